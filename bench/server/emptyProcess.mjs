/* global process */
// What a process costs that does nothing but say that it is there.
process.send('ready');
process.on('message', () => undefined);

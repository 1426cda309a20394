@rem On Windows, what `exec` is in the shells of other systems: package.json has `npm start` replace the shell that npm starts, so that a signal to npm reaches it.
@%*

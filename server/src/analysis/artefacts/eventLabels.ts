/** What a label of an event tells about the value beside it. */
export type EventRole = 'log' | 'source' | 'date' | 'id' | 'level' | 'message' | 'xml' | 'other';

/**
 * Labels of Event Viewer's text and headings of its lists, in the languages met most, and the names of the properties
 * that `Get-WinEvent` and `Get-EventLog` print. Lower case, without the colon.
 */
const roles: ReadonlyMap<string, EventRole> = new Map<string, EventRole>([
  // Event Viewer
  ['log name', 'log'],
  ['source', 'source'],
  ['date', 'date'],
  ['date and time', 'date'],
  ['event id', 'id'],
  ['eventid', 'id'],
  ['task category', 'other'],
  ['level', 'level'],
  ['keywords', 'other'],
  ['user', 'other'],
  ['computer', 'other'],
  ['opcode', 'other'],
  ['description', 'message'],
  ['event xml', 'xml'],
  // German
  ['protokollname', 'log'],
  ['quelle', 'source'],
  ['datum', 'date'],
  ['datum und uhrzeit', 'date'],
  ['ereignis-id', 'id'],
  ['aufgabenkategorie', 'other'],
  ['ebene', 'level'],
  ['schl\u00fcsselw\u00f6rter', 'other'],
  ['benutzer', 'other'],
  ['beschreibung', 'message'],
  ['ereignis-xml', 'xml'],
  // French
  ['nom du journal', 'log'],
  ['date et heure', 'date'],
  ['id de l\u2019\u00e9v\u00e9nement', 'id'],
  ["id de l'\u00e9v\u00e9nement", 'id'],
  ['id d\u2019\u00e9v\u00e9nement', 'id'],
  ["id d'\u00e9v\u00e9nement", 'id'],
  ['cat\u00e9gorie de la t\u00e2che', 'other'],
  ['niveau', 'level'],
  ['mots cl\u00e9s', 'other'],
  ['utilisateur', 'other'],
  ['ordinateur', 'other'],
  // Spanish
  ['nombre de registro', 'log'],
  ['origen', 'source'],
  ['fecha', 'date'],
  ['fecha y hora', 'date'],
  ['id. del evento', 'id'],
  ['categor\u00eda de la tarea', 'other'],
  ['nivel', 'level'],
  ['palabras clave', 'other'],
  ['usuario', 'other'],
  ['equipo', 'other'],
  ['descripci\u00f3n', 'message'],
  // Dutch
  ['logboeknaam', 'log'],
  ['bron', 'source'],
  ['gebeurtenis-id', 'id'],
  ['taakcategorie', 'other'],
  ['beschrijving', 'message'],
  // Japanese
  ['\u30ed\u30b0\u306e\u540d\u524d', 'log'],
  ['\u30bd\u30fc\u30b9', 'source'],
  ['\u65e5\u4ed8', 'date'],
  ['\u65e5\u4ed8\u3068\u6642\u523b', 'date'],
  ['\u30a4\u30d9\u30f3\u30c8 id', 'id'],
  ['\u30bf\u30b9\u30af\u306e\u30ab\u30c6\u30b4\u30ea', 'other'],
  ['\u30ec\u30d9\u30eb', 'level'],
  ['\u8aac\u660e', 'message'],
  // Get-WinEvent and Get-EventLog
  ['timecreated', 'date'],
  ['timegenerated', 'date'],
  ['providername', 'source'],
  ['logname', 'log'],
  ['id', 'id'],
  ['leveldisplayname', 'level'],
  ['entrytype', 'level'],
  ['message', 'message'],
  ['index', 'other'],
  ['instanceid', 'other'],
  ['version', 'other'],
  ['qualifiers', 'other'],
  ['task', 'other'],
  ['recordid', 'other'],
  ['providerid', 'other'],
  ['processid', 'other'],
  ['threadid', 'other'],
  ['machinename', 'other'],
  ['userid', 'other'],
  ['username', 'other'],
  ['activityid', 'other'],
  ['relatedactivityid', 'other'],
  ['containerlog', 'other'],
  ['matchedqueryids', 'other'],
  ['bookmark', 'other'],
  ['opcodedisplayname', 'other'],
  ['taskdisplayname', 'other'],
  ['keywordsdisplaynames', 'other'],
  ['properties', 'other'],
  ['category', 'other'],
  ['categorynumber', 'other'],
  ['replacementstrings', 'other'],
  ['timewritten', 'other'],
  ['data', 'other'],
]);

/** What a label tells, whatever its case and the Markdown around it; null where it is none of an event. */
export function eventRole(label: string): EventRole | null {
  const plain = label
    .replace(/[*`\u00a0"]/g, ' ')
    .trim()
    .toLowerCase();
  return roles.get(plain) ?? null;
}

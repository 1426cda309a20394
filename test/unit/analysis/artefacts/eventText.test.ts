import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLog } from './readLog.ts';

/** `id type | message | component | time`, with the bias where one is known, for each event. */
function events(text: string, name = 'events.txt'): readonly string[] {
  const { log, records } = readLog(text, name);
  assert.equal(log.kind, 'event-text');
  return records.map(({ index, message, component, localTime, bias, type }) => {
    const time = localTime === null ? 'none' : new Date(localTime).toISOString().slice(0, -1);
    const zone = bias === null ? '' : ` bias ${bias}`;
    return `${String(log.records.eventId?.[index])} ${String(type)} | ${message} | ${component} | ${time}${zone}`;
  });
}

const provider = 'DeviceManagement-Enterprise-Diagnostics-Provider';
const channel = `Microsoft-Windows-${provider}/Admin`;

const details = (id: number, level: string, date: string, message: string): string =>
  `Log Name:      ${channel}\r\nSource:        Microsoft-Windows-${provider}\r\nDate:          ${date}\r\n` +
  `Event ID:      ${id}\r\nTask Category: None\r\nLevel:         ${level}\r\nKeywords:      \r\n` +
  `User:          SYSTEM\r\nComputer:      PC01.contoso.com\r\nDescription:\r\n${message}\r\n`;

test('details as Event Viewer copies them, one below the other', () => {
  assert.deepEqual(
    events(
      details(76, 'Error', '11/20/2026 1:57:51 PM', 'Auto MDM Enroll: Failed\r\nError: second line') +
        '\r\n' +
        details(75, 'Information', '11/20/2026 2:57:51 PM', 'Auto MDM Enroll: Succeeded'),
    ),
    [
      `76 3 | Auto MDM Enroll: Failed\r\nError: second line | ${provider} | 2026-11-20T13:57:51.000`,
      `75 1 | Auto MDM Enroll: Succeeded | ${provider} | 2026-11-20T14:57:51.000`,
    ],
  );
});

test('the XML below the details tells UTC, and is no second event', () => {
  assert.deepEqual(
    events(
      `${details(76, 'Error', '11/20/2026 1:57:51 PM', 'Auto MDM Enroll: Failed')}Event Xml:\r\n` +
        `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">\r\n  <System>\r\n` +
        `    <EventID>76</EventID>\r\n    <TimeCreated SystemTime="2026-11-20T12:57:51.2500000Z" />\r\n  </System>\r\n</Event>\r\n` +
        details(75, 'Information', '11/20/2026 2:57:51 PM', 'Auto MDM Enroll: Succeeded'),
    ),
    [
      `76 3 | Auto MDM Enroll: Failed | ${provider} | 2026-11-20T12:57:51.250 bias 0`,
      `75 1 | Auto MDM Enroll: Succeeded | ${provider} | 2026-11-20T14:57:51.000`,
    ],
  );
});

test('indented details with the text beside the label, in Markdown, and without some labels', () => {
  assert.deepEqual(
    events(
      `    Log Name: ${channel}\n    Source: ${provider}\n    Event ID: 76\n    Level: Error\n    Description: Auto MDM Enroll: Failed\n`,
    ),
    [`76 3 | Auto MDM Enroll: Failed | ${provider} | none`],
  );
  assert.deepEqual(
    events(
      `- **Source:** ${provider}\n- **Event ID:** 75\n- **Level:** Information\n\nAuto MDM Enroll: Succeeded\n`,
    ),
    [`75 1 | Auto MDM Enroll: Succeeded | ${provider} | none`],
  );
});

test('a description may hold what looks like labels', () => {
  assert.deepEqual(
    events(
      details(304, 'Error', '11/20/2026 1:57:51 PM', 'It failed.\nUser: none\nSource: elsewhere\nLevel: low'),
    ),
    [`304 3 | It failed.\nUser: none\nSource: elsewhere\nLevel: low | ${provider} | 2026-11-20T13:57:51.000`],
  );
});

test('labels in other languages', () => {
  assert.deepEqual(
    events(
      `Protokollname: ${channel}\nQuelle:        Microsoft-Windows-${provider}\nDatum:         20.11.2026 13:57:51\n` +
        `Ereignis-ID:   76\nAufgabenkategorie:Keine\nEbene:         Fehler\nSchlüsselwörter:\nBenutzer:      SYSTEM\n` +
        `Computer:      PC01\nBeschreibung:\nAutomatische Registrierung: Fehler (0x8018002b)\n`,
    ),
    [`76 3 | Automatische Registrierung: Fehler (0x8018002b) | ${provider} | 2026-11-20T13:57:51.000`],
  );
  assert.deepEqual(
    events(
      `Nom du journal :${channel}\nSource :       Microsoft-Windows-${provider}\nDate :         20/11/2026 13:57:51\n` +
        `ID de l’événement :76\nNiveau :       Erreur\nDescription :\nÉchec\n`,
    ),
    [`76 3 | Échec | ${provider} | 2026-11-20T13:57:51.000`],
  );
});

test('lists of PowerShell, with properties behind the message', () => {
  assert.deepEqual(
    events(
      `\nTimeCreated  : 11/20/2026 1:57:51 PM\nProviderName : Microsoft-Windows-${provider}\nId           : 76\n` +
        `Message      : Auto MDM Enroll: Failed (Unknown Win32 Error\n               code: 0x8018002b)\n\n` +
        `TimeCreated  : 11/20/2026 1:58:51 PM\nProviderName : Microsoft-Windows-${provider}\nId           : 75\nMessage      : Done\n`,
    ),
    [
      `76 255 | Auto MDM Enroll: Failed (Unknown Win32 Error\n               code: 0x8018002b) | ${provider} | 2026-11-20T13:57:51.000`.replace(
        '255',
        'null',
      ),
      `75 null | Done | ${provider} | 2026-11-20T13:58:51.000`,
    ],
  );
  assert.deepEqual(
    events(
      `Message              : Auto MDM Enroll: Failed\nId                   : 76\nVersion              : 0\nLevel                : 2\n` +
        `ProviderName         : Microsoft-Windows-${provider}\nLogName              : ${channel}\nTimeCreated          : 11/20/2026 1:57:51 PM\n` +
        `LevelDisplayName     : Error\n`,
    ),
    [`76 3 | Auto MDM Enroll: Failed | ${provider} | 2026-11-20T13:57:51.000`],
  );
});

test('the table that PowerShell prints, with wrapped messages', () => {
  assert.deepEqual(
    events(
      `\n   ProviderName: Microsoft-Windows-${provider}\n\n` +
        'TimeCreated                     Id LevelDisplayName Message\n' +
        '-----------                     -- ---------------- -------\n' +
        '11/20/2026 1:57:51 PM           76 Error            Auto MDM Enroll: Failed (Unknown\n' +
        '                                                    Win32 Error code: 0x8018002b)\n' +
        '11/20/2026 1:58:51 PM           75 Information      Auto MDM Enroll: Succeeded\n',
    ),
    [
      `76 3 | Auto MDM Enroll: Failed (Unknown\n                                                    Win32 Error code: 0x8018002b) | ${provider} | 2026-11-20T13:57:51.000`,
      `75 1 | Auto MDM Enroll: Succeeded | ${provider} | 2026-11-20T13:58:51.000`,
    ],
  );
});

test('lists that Event Viewer exports: commas, quoted messages over several lines', () => {
  assert.deepEqual(
    events(
      'Level,Date and Time,Source,Event ID,Task Category\r\n' +
        `Error,11/20/2026 1:57:51 PM,Microsoft-Windows-${provider},76,None,"Auto MDM Enroll: ""x"", Failed\r\nsecond line"\r\n` +
        `Information,11/20/2026 1:56:51 PM,Microsoft-Windows-${provider},75,None,Auto MDM Enroll: Succeeded\r\n`,
    ),
    [
      `76 3 | Auto MDM Enroll: ""x"", Failed\r\nsecond line | ${provider} | 2026-11-20T13:57:51.000`,
      `75 1 | Auto MDM Enroll: Succeeded | ${provider} | 2026-11-20T13:56:51.000`,
    ],
  );
});

test('lists with tabs, with a German heading, and without any', () => {
  assert.deepEqual(
    events(
      `Ebene\tDatum und Uhrzeit\tQuelle\tEreignis-ID\tAufgabenkategorie\nFehler\t20.11.2026 13:57:51\tMicrosoft-Windows-${provider}\t76\tKeine\tText\n`,
    ),
    [`76 3 | Text | ${provider} | 2026-11-20T13:57:51.000`],
  );
  assert.deepEqual(events(`Error\t11/20/2026 1:57:51 PM\tUser Device Registration\t304\tNone\t"Failed"\n`), [
    '304 3 | Failed | User Device Registration | 2026-11-20T13:57:51.000',
  ]);
});

test('what Export-Csv makes of events', () => {
  assert.deepEqual(
    events(
      '#TYPE System.Diagnostics.Eventing.Reader.EventLogRecord\n' +
        '"TimeCreated","ProviderName","Id","LevelDisplayName","Message"\n' +
        `"11/20/2026 1:57:51 PM","Microsoft-Windows-${provider}","76","Error","Auto MDM Enroll: Failed"\n`,
    ),
    [`76 3 | Auto MDM Enroll: Failed | ${provider} | 2026-11-20T13:57:51.000`],
  );
});

const xml = (inner: string): string =>
  `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-${provider}" Guid="{0f5a0000-0000-4000-8000-000000000001}" />` +
  `<EventID>76</EventID><Level>2</Level><TimeCreated SystemTime="2026-11-20T12:57:51.250000000Z" /></System>${inner}</Event>`;

test('XML: the rendered message, else the data; its time is UTC', () => {
  assert.deepEqual(
    events(
      xml('<EventData><Data Name="HRESULT">2149056555</Data></EventData>') +
        xml(
          '<EventData><Data>1</Data></EventData><RenderingInfo Culture="en-US"><Message>Auto MDM Enroll: Failed</Message></RenderingInfo>',
        ),
      'events.xml',
    ),
    [
      `76 3 | <Data Name="HRESULT">2149056555</Data> | ${provider} | 2026-11-20T12:57:51.250 bias 0`,
      `76 3 | Auto MDM Enroll: Failed | ${provider} | 2026-11-20T12:57:51.250 bias 0`,
    ],
  );
});

test('XML as a browser shows it, escaped, cut off, below the text of the event', () => {
  assert.deepEqual(
    events(
      `Auto MDM Enroll: Failed\nTask Scheduler\n\n- &lt;Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"&gt;\n- &lt;System&gt;\n` +
        `  &lt;Provider Name="Microsoft-Windows-${provider}" /&gt; \n  &lt;EventID&gt;76&lt;/EventID&gt; \n  &lt;Level&gt;2&lt;/Level&gt; \n` +
        '  &lt;TimeCreated SystemTime="2026-11-20T12:57:51.250000000Z" /&gt; \n  &lt;Correlation /&gt;\n',
      'events.xml',
    ),
    [`76 3 | Auto MDM Enroll: Failed\nTask Scheduler | ${provider} | 2026-11-20T12:57:51.250 bias 0`],
  );
});

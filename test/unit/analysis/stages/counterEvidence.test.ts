import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { collectSnapshotSightings } from '../../../../server/src/analysis/stages/collectFacts.ts';
import { speaksAgainst } from '../../../../server/src/analysis/stages/counterEvidence.ts';
import { Facts } from '../../../../server/src/analysis/stages/facts.ts';
import { readHistory } from '../../../../server/src/analysis/stages/history.ts';
import { buildTimeline } from '../../../../server/src/analysis/stages/timeline.ts';
import type { CauseEntry, DsregcmdEntry, RegistryEntry } from '../../../../server/src/catalogue/types.ts';
import { analyser } from '../checkCase.ts';

const { causes, registry, dsregcmd } = analyser.catalogue;

describe('a value that is counted against a cause', () => {
  for (const cause of causes) {
    for (const counter of cause.against) {
      if (!('fact' in counter)) continue;
      for (const entry of [...registry, ...dsregcmd].filter(({ fact }) => fact === counter.fact)) {
        const claimed = claimedValues(counter.says);
        for (const value of knownValues(entry)) {
          const speaks = claimed === null ? value !== '' || isKey(entry) : claimed.includes(value);
          it(`${cause.id}: ${entry.id} ${value} ${speaks ? 'speaks' : 'does not speak'} against it`, () => {
            const said = against(cause, { 'snapshot.txt': snapshotOf(entry, value) });
            assert.equal(said.includes(counter.says), speaks);
          });
        }
      }
    }
  }

  it('is outweighed by another value of its kind that goes with the cause', () => {
    const blocked = causeOf('blocked-by-policy');
    const [policy, external] = registry.filter(({ fact }) => fact === 'enrollment-block');
    assert.ok(policy !== undefined && external !== undefined);
    const files = { 'a.reg': snapshotOf(policy, '1'), 'b.reg': snapshotOf(external, '0') };
    assert.deepEqual(against(blocked, files), []);
    assert.equal(against(blocked, { ...files, 'c.reg': snapshotOf(policy, '0') }).length, 1, 'newer');
  });

  it('counts once where a line tells the same', () => {
    const address = 'https://enrollment.manage.microsoft.com/enrollmentserver/discovery.svc';
    const line = `Auto MDM Enroll Enrollment Information: AadResourceUrl (https://manage.microsoft.com/), DiscoveryServiceFullUrl (${address}), TenantID (0d6f2a31-9b7c-4f1e-8a55-c1b2d3e4f506), Upn (kim@contoso.com)`;
    const field = dsregcmd.find(({ fact }) => fact === 'mdm-url');
    assert.ok(field !== undefined);
    for (const id of ['mdm-scope', 'mdm-url-unknown']) {
      const cause = causeOf(id);
      assert.equal(against(cause, { 'event.txt': line }).length, 1);
      assert.equal(against(cause, { 'event.txt': line, 'status.txt': snapshotOf(field, address) }).length, 1);
    }
  });
});

function against(cause: CauseEntry, files: Readonly<Record<string, string>>): readonly string[] {
  const readings = Object.entries(files).map(([path, text]) =>
    analyser.read(path, text, 'utf-8', text.length),
  );
  const facts = new Facts(collectSnapshotSightings(readings, analyser.snapshotEntries));
  const timeline = buildTimeline(readings, null, []);
  const history = readHistory(timeline.sightings);
  return speaksAgainst({ facts, timeline, history }, cause, { evidence: [] });
}

function causeOf(id: string): CauseEntry {
  const cause = causes.find((entry) => entry.id === id);
  assert.ok(cause !== undefined);
  return cause;
}

/** The values that a sentence names at its end, `(Start 2 or 3)`; null where it names none. */
function claimedValues(says: string): readonly string[] | null {
  const listed = /\((?:\w+ )?((?:\d+|YES|SUCCESS|false)(?: or \d+)*)\)$/.exec(says)?.[1];
  return listed?.split(' or ') ?? null;
}

/** What the catalogue knows of a value's possible contents. */
function knownValues(entry: RegistryEntry | DsregcmdEntry): readonly string[] {
  if (isKey(entry)) return [''];
  const { expectation, sample } = entry;
  const listed = expectation !== undefined && 'values' in expectation ? expectation.values.map(String) : [];
  const labelled = 'labels' in entry ? Object.keys(entry.labels ?? {}) : [];
  const shown = typeof sample === 'string' ? sample.slice(sample.indexOf(':') + 2) : sample.data;
  return [...new Set([shown, '', ...listed, ...labelled])];
}

function isKey(entry: RegistryEntry | DsregcmdEntry): boolean {
  return 'key' in entry && entry.value === null;
}

/** A snapshot with this value of the entry and nothing else that is known. */
function snapshotOf(entry: RegistryEntry | DsregcmdEntry, value: string): string {
  if ('field' in entry) {
    const title = entry.section ?? 'Device State';
    const rule = `+${'-'.repeat(70)}+`;
    return `${rule}\n| ${title.padEnd(69)}|\n${rule}\n\n   ${entry.field} : ${value}\n`;
  }
  const key = entry.sample.key.replace(/^HKLM/, 'HKEY_LOCAL_MACHINE');
  const number = entry.types.includes('REG_DWORD') && /^\d+$/.test(value);
  const data = number ? `dword:${Number(value).toString(16).padStart(8, '0')}` : `"${value}"`;
  const line = entry.value === null ? '' : `"${entry.value}"=${data}\n`;
  return `Windows Registry Editor Version 5.00\n\n[${key}]\n${line}`;
}

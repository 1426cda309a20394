/** The manifest is part of the interface: what it promises and what the code does must agree. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { TreeNode } from '../../server/src/protocol.ts';
import { defaultSettings, parseSettings, parseTimeZone } from '../../server/src/settings.ts';

interface Command {
  readonly command: string;
  readonly title: string;
  readonly category?: string;
}

interface Conditional {
  readonly when?: string;
}

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly supported: boolean };
    readonly virtualWorkspaces: { readonly supported: string };
  };
  readonly icon: string;
  readonly contributes: {
    readonly languages?: readonly { readonly id: string; readonly configuration?: string }[];
    readonly grammars?: readonly { readonly language?: string; readonly path: string }[];
    readonly commands: readonly Command[];
    readonly keybindings: readonly (Conditional & { readonly command: string; readonly key: string })[];
    readonly menus: Readonly<Record<string, readonly (Conditional & { readonly command: string })[]>>;
    readonly viewsContainers: {
      readonly activitybar: readonly { readonly id: string; readonly icon: string }[];
    };
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
    readonly viewsWelcome: readonly (Conditional & { readonly view: string; readonly contents: string })[];
    readonly configuration: {
      readonly properties: Readonly<
        Record<
          string,
          { readonly default: unknown; readonly pattern?: string; readonly enum?: readonly string[] }
        >
      >;
    };
  };
}

const root = new URL('../../', import.meta.url);
const manifestText = read('package.json');
const manifest = JSON.parse(manifestText) as Manifest;
const texts = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>;
const { contributes } = manifest;
const clientSources = readdirSync(new URL('client/src/', root), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => read(`client/src/${name}`))
  .join('\n');

const commands = contributes.commands.map(({ command }) => command).sort();
const views = Object.values(contributes.views).flatMap((list) => list.map(({ id }) => id));

test('every contributed command is registered, and every registered command is contributed', () => {
  assert.deepEqual(commands, matches(clientSources, /register\(\s*'(comgmtLens\.\w+)'/g).sort());
});

test('the client runs no command of ours that is not contributed', () => {
  const run = matches(clientSources, /(?:executeCommand\(|command: )\s*'(comgmtLens\.[\w.]+)'/g);
  const known = new Set([...commands, ...views.map((view) => `${view}.focus`)]);
  assert.ok(run.length > 0);
  assert.deepEqual(
    run.filter((command) => !known.has(command)),
    [],
  );
});

test('every text key of the manifest has a text, and every text is used', () => {
  const used = matches(manifestText, /"%([\w.]+)%"/g);
  assert.deepEqual([...new Set(used)].sort(), Object.keys(texts).sort());
});

test('no text stands in the manifest itself where a text key belongs', () => {
  const shown = [
    ...contributes.commands.flatMap(({ title, category }) => [title, category ?? '']),
    ...contributes.viewsWelcome.map(({ contents }) => contents),
  ];
  assert.deepEqual(
    shown.filter((text) => !/^%.+%$/.test(text)),
    [],
  );
});

test('menus, keys and links in texts name commands that exist', () => {
  const named = [
    ...Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command)),
    ...contributes.keybindings.map(({ command }) => command),
    ...matches(Object.values(texts).join('\n'), /\(command:(comgmtLens\.\w+)\)/g),
  ];
  assert.deepEqual(
    named.filter((command) => !commands.includes(command)),
    [],
  );
});

test('each command can be reached: by the palette, or by a menu of its own', () => {
  const hidden = (contributes.menus['commandPalette'] ?? [])
    .filter(({ when }) => when === 'false')
    .map(({ command }) => command);
  const inMenus = new Set(
    Object.entries(contributes.menus)
      .filter(([menu]) => menu !== 'commandPalette')
      .flatMap(([, items]) => items.map(({ command }) => command)),
  );
  // What a click on a node runs; there is nothing to choose it from.
  const byClick = ['comgmtLens.openLocation'];
  assert.deepEqual(
    hidden.filter((command) => !inMenus.has(command)),
    byClick,
  );
});

test('conditions rest on views and context keys that exist', () => {
  const keys = matches(read('client/src/contextKeys.ts'), /\| '(\w+)'/g).map((key) => `comgmtLens.${key}`);
  const conditions = [
    ...Object.values(contributes.menus).flat(),
    ...contributes.keybindings,
    ...contributes.viewsWelcome,
  ].flatMap(({ when }) => (when === undefined ? [] : matches(when, /(comgmtLens\.\w+)/g)));
  assert.deepEqual(
    [...new Set(conditions)].filter((name) => !keys.includes(name) && !views.includes(name)),
    [],
  );
  assert.deepEqual(
    keys.filter((key) => !conditions.includes(key)),
    [],
    'a context key that no condition uses',
  );
});

test('welcome texts belong to a view of ours', () => {
  assert.deepEqual(
    contributes.viewsWelcome.map(({ view }) => view).filter((view) => !views.includes(view)),
    [],
  );
});

test('a default key needs a condition of ours, so that it stays free elsewhere', () => {
  assert.deepEqual(
    contributes.keybindings.filter(({ when }) => !when?.includes('comgmtLens.')),
    [],
  );
});

test('settings have the defaults of the server', () => {
  const { properties } = contributes.configuration;
  assert.equal(properties['comgmtLens.timeZone']?.default, defaultSettings.timeZone);
  assert.equal(properties['comgmtLens.redactExports']?.default, defaultSettings.redactExports);
  assert.deepEqual(parseSettings(defaultSettings), parseSettings({}));
});

test('every setting that is declared is one that somebody reads', () => {
  const read = [
    ...Object.keys(defaultSettings).map((name) => `comgmtLens.${name}`),
    // The client reads this one itself, as only it writes notes.
    'comgmtLens.noteAuthor',
    // The language client reads this one, under its own id.
    'comgmtLens.trace.server',
  ];
  assert.deepEqual(Object.keys(contributes.configuration.properties).sort(), read.sort());
});

test('the settings editor accepts as time zone exactly what the server understands', () => {
  const pattern = new RegExp(contributes.configuration.properties['comgmtLens.timeZone']?.pattern ?? '(?!)');
  for (const zone of ['UTC', 'z', '-60', '+330', '0', '+01:00', '-05:30', 'UTC+2:00', ' +01:00 ']) {
    assert.ok(pattern.test(zone), zone);
    assert.notEqual(parseTimeZone(zone), null, zone);
  }
  for (const zone of ['CET', 'Europe/Berlin', '1:00', '12345', '+01:0']) {
    assert.ok(!pattern.test(zone), zone);
    assert.equal(parseTimeZone(zone), null, zone);
  }
  assert.ok(pattern.test(defaultSettings.timeZone));
});

test('every language has its configuration and its grammar, and the files exist', () => {
  const grammars = new Map(contributes.grammars?.map(({ language, path }) => [language, path]));
  const languages = contributes.languages ?? [];
  assert.deepEqual(languages.map(({ id }) => id).sort(), ['ccmlog', 'dsregcmd', 'registry-export']);
  for (const { id, configuration } of languages) {
    assertFile(configuration, `configuration of ${id}`);
    assertFile(grammars.get(id), `grammar of ${id}`);
  }
});

test('the client asks for the languages that are contributed', () => {
  const selected = /const languages = \[([^\]]*)\]/.exec(read('client/src/languageClient.ts'))?.[1] ?? '';
  assert.deepEqual(
    matches(selected, /'([\w-]+)'/g).sort(),
    (contributes.languages ?? []).map(({ id }) => id).sort(),
  );
});

test('icons exist', () => {
  assertFile(manifest.icon, 'icon of the extension');
  for (const { id, icon } of contributes.viewsContainers.activitybar) assertFile(icon, id);
  for (const { id, icon } of Object.values(contributes.views).flat()) assertFile(icon, id);
});

test('menus of the view stand at nodes that there are, and a note is resolved or reopened, never both', () => {
  const kinds: Record<TreeNode['kind'], true> = {
    case: true,
    stage: true,
    evidence: true,
    attempt: true,
    'note.open': true,
    'note.resolved': true,
    group: true,
    file: true,
    more: true,
  };
  const items = contributes.menus['view/item/context'] ?? [];
  const offeredAt = (kind: string): readonly string[] =>
    items.filter(({ when = '' }) => fits(kind, when)).map(({ command }) => command);
  const some = Object.keys(kinds).flatMap(offeredAt);
  assert.deepEqual(
    items.filter(({ command }) => !some.includes(command)),
    [],
  );
  const changes = ['comgmtLens.resolveNote', 'comgmtLens.reopenNote'];
  assert.deepEqual(
    ['note.open', 'note.resolved', 'stage'].map((kind) =>
      offeredAt(kind).filter((id) => changes.includes(id)),
    ),
    [['comgmtLens.resolveNote'], ['comgmtLens.reopenNote'], []],
  );
});

/** Whether a menu of the view is shown for nodes of a kind. */
function fits(kind: string, when: string): boolean {
  const [, same] = /viewItem == (\S+)/.exec(when) ?? [];
  const [, pattern] = /viewItem =~ \/(.+)\/(?: |$)/.exec(when) ?? [];
  if (same !== undefined) return same === kind;
  return pattern === undefined || new RegExp(pattern).test(kind);
}

test('the extension wakes up only when it is needed', () => {
  // Commands, views and languages wake it up by themselves; a link that was clicked does not.
  assert.deepEqual(manifest.activationEvents, ['onUri']);
});

test('capabilities are stated', () => {
  assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
  assert.equal(manifest.capabilities.virtualWorkspaces.supported, 'limited');
});

function read(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

function assertFile(path: string | undefined, what: string): void {
  assert.ok(path !== undefined, `${what} is missing`);
  assert.ok(existsSync(new URL(path, root)), `${what}: ${path} does not exist`);
}

/** What the pattern's group holds, for every match. */
function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

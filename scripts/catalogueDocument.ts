import type {
  Catalogue,
  CauseEntry,
  DsregcmdEntry,
  EvidenceMark,
  Explanation,
  MessageEntry,
  ReferenceKey,
  RegistryEntry,
  StageId,
} from '../server/src/catalogue/types.ts';

/** A family of the code table and how many rows it has. */
export interface CodeFamily {
  readonly name: string;
  readonly codes: number;
  /** How many of them an enrollment can end with. */
  readonly high: number;
}

/** The page that shows what the catalogue knows, as Markdown. Same catalogue, same text. */
export function catalogueDocument(catalogue: Catalogue, families: readonly CodeFamily[]): string {
  return [
    '# What Co-management Lens knows',
    'Generated from the catalogue by `npm run docs`; a test keeps it in step. Do not edit it by hand.',
    'Every fact carries a mark that says how sure it is: **documented** is confirmed by Microsoft’s documentation, **reported** comes from independent public sources, **unverified** is matched and explained but rests on no public source. Unverified entries never become certain findings.',
    ...figures(catalogue, families),
    ...messages(catalogue),
    ...registry(catalogue),
    ...dsregcmd(catalogue),
    ...workloads(catalogue),
    ...stateMessages(catalogue),
    ...scheduledTasks(catalogue),
    ...causes(catalogue),
    ...codeFamilies(families),
    ...pages(catalogue),
    '',
  ].join('\n\n');
}

function figures(catalogue: Catalogue, families: readonly CodeFamily[]): string[] {
  const kinds: readonly (readonly [string, readonly Pick<Explanation, 'evidence'>[]])[] = [
    ['Messages', catalogue.messages],
    ['Registry keys and values', catalogue.registry],
    ['dsregcmd fields', catalogue.dsregcmd],
    ['Workload bits', catalogue.workloads],
    ['Scheduled tasks and commands', catalogue.scheduledTasks],
    ['Causes', catalogue.causes],
  ];
  const marks: readonly EvidenceMark[] = ['documented', 'reported', 'unverified'];
  const codes = families.reduce((sum, family) => sum + family.codes, 0);
  return [
    '## In figures',
    table(
      ['What', 'Entries', ...marks],
      kinds.map(([name, entries]) => [
        name,
        count(entries),
        ...marks.map((mark) => count(entries.filter(({ evidence }) => evidence === mark))),
      ]),
    ),
    `Besides: ${codes} codes in ${families.length} families, ${catalogue.stateMessages.length} state messages, ${catalogue.logs.length} logs.`,
    '### By stage',
    table(
      ['Stage', 'Question', 'Messages', 'Registry', 'dsregcmd', 'Causes'],
      [...catalogue.stages.map(({ id }) => id), null].map((id) => [
        stageTitle(catalogue, id),
        escapeCell(catalogue.stages.find((stage) => stage.id === id)?.question ?? ''),
        ...[catalogue.messages, catalogue.registry, catalogue.dsregcmd, catalogue.causes].map((entries) =>
          count(entries.filter(({ stage }) => stage === id)),
        ),
      ]),
    ),
  ];
}

function messages(catalogue: Catalogue): string[] {
  const sections = catalogue.logs.flatMap((log) => {
    const own = catalogue.messages.filter(({ logs }) => logs[0] === log.name);
    return own.length === 0
      ? []
      : [
          `### ${escapeCell(log.name)} (${own.length})`,
          escapeCell(log.about),
          table(
            ['Id', 'Message', 'Stage', 'Meaning', 'Mark'],
            own.map((entry) => messageRow(catalogue, entry)),
          ),
        ];
  });
  return [
    '## Messages',
    'One wording of each message is shown; others are matched too. A message stands under the first log that writes it.',
    ...sections,
  ];
}

function messageRow(catalogue: Catalogue, entry: MessageEntry): string[] {
  const event = entry.eventId === undefined ? '' : `event ${entry.eventId}: `;
  const others = entry.logs.slice(1);
  const [sample] = entry.samples;
  return [
    code(entry.id),
    `${event}${sample === undefined ? '*wording not published*' : code(shortened(sample, 110))}`,
    stageTitle(catalogue, entry.stage),
    escapeCell(entry.meaning) + (others.length === 0 ? '' : ` *Also in ${escapeCell(others.join(', '))}.*`),
    entry.evidence,
  ];
}

function registry(catalogue: Catalogue): string[] {
  return [
    '## Registry',
    '`{guid}` stands for a GUID, `*` for any one key, `**` for keys at any depth.',
    ...byStage(catalogue, catalogue.registry, (entries) =>
      table(['Key', 'Value', 'Meaning', 'Healthy', 'Mark'], entries.map(registryRow)),
    ),
  ];
}

function registryRow({ key, value, meaning, healthy, evidence }: RegistryEntry): string[] {
  const name = value === null ? 'the key' : value === '@' ? 'default value' : code(value);
  return [code(key), name, escapeCell(meaning), escapeCell(healthy), evidence];
}

function dsregcmd(catalogue: Catalogue): string[] {
  const titles = [...new Set(catalogue.dsregcmd.map(({ section }) => section))];
  return [
    '## dsregcmd',
    ...titles.flatMap((title) => {
      const entries = catalogue.dsregcmd.filter(({ section }) => section === title);
      return [
        `### ${title === null ? 'Fields of several sections' : escapeCell(title)} (${entries.length})`,
        table(['Field', 'Meaning', 'Healthy', 'Mark'], entries.map(dsregcmdRow)),
      ];
    }),
  ];
}

function dsregcmdRow({ field, meaning, healthy, evidence }: DsregcmdEntry): string[] {
  return [code(field), escapeCell(meaning), escapeCell(healthy ?? ''), evidence];
}

function workloads({ workloads, intuneAuthorityMask }: Catalogue): string[] {
  return [
    '## Workload bits',
    `Bits are tested one by one. The mask ${intuneAuthorityMask} (0x${intuneAuthorityMask.toString(16).toUpperCase()}) says that Intune is the authority for everything.`,
    table(
      ['Bit', 'Hex', 'Name', 'Role', 'Mark'],
      workloads.map(({ bit, name, role, evidence }) => [
        String(bit),
        `0x${bit.toString(16).toUpperCase()}`,
        escapeCell(name),
        role,
        evidence,
      ]),
    ),
  ];
}

function stateMessages(catalogue: Catalogue): string[] {
  return [
    '## State messages of topic 810',
    table(
      ['Id', 'Meaning', 'Stage'],
      catalogue.stateMessages.map(({ id, meaning, stage }) => [
        String(id),
        escapeCell(meaning),
        stageTitle(catalogue, stage),
      ]),
    ),
  ];
}

function scheduledTasks(catalogue: Catalogue): string[] {
  return [
    '## Scheduled tasks and enrollment commands',
    table(
      ['Names', 'Meaning', 'Page', 'Mark'],
      catalogue.scheduledTasks.map(({ names, meaning, reference, evidence }) => [
        names.map(code).join('<br>'),
        escapeCell(meaning),
        pageLink(catalogue, reference),
        evidence,
      ]),
    ),
  ];
}

function causes(catalogue: Catalogue): string[] {
  return [
    '## Causes',
    ...byStage(catalogue, catalogue.causes, (entries) =>
      table(
        ['Cause', 'Id', 'Speaks for it', 'Speaks against it', 'Next step', 'Page', 'Mark'],
        entries.map((entry) => causeRow(catalogue, entry)),
      ),
    ),
  ];
}

function causeRow(catalogue: Catalogue, cause: CauseEntry): string[] {
  return [
    escapeCell(cause.title),
    code(cause.id),
    speaksFor(catalogue, cause),
    escapeCell(cause.against.map(({ says }) => says).join('; ')),
    escapeCell(cause.nextStep),
    pageLink(catalogue, cause.reference),
    cause.evidence,
  ];
}

/** Its codes, then the messages, registry values and fields that name it. */
function speaksFor({ messages, registry, dsregcmd }: Catalogue, cause: CauseEntry): string {
  const named = [...messages, ...registry, ...dsregcmd].filter((entry) => entry.causeId === cause.id);
  return [
    ...cause.codes.map(hex),
    ...(cause.signInErrors ?? []).map((number) => `AADSTS${number}`),
    ...named.map(({ id }) => code(id)),
  ].join(' ');
}

function codeFamilies(families: readonly CodeFamily[]): string[] {
  return [
    '## Codes',
    '“For enrollment” counts the codes that an enrollment, a join or the set-up of the client can end with; each of them has a meaning, a cause and a remedy. `comgmt-lens explain CODE` and the command *Explain Code* show any of them.',
    table(
      ['Family', 'Codes', 'For enrollment'],
      families.map(({ name, codes, high }) => [
        escapeCell(name),
        String(codes),
        high === 0 ? '' : String(high),
      ]),
    ),
  ];
}

function pages({ references }: Catalogue): string[] {
  return [
    '## Pages cited',
    Object.values(references)
      .map(({ title, url }) => `- [${escapeCell(title)}](${url})`)
      .join('\n'),
  ];
}

/** One section for each stage that has entries, and one for the entries without a stage. */
function byStage<Entry extends { readonly stage: StageId | null }>(
  catalogue: Catalogue,
  entries: readonly Entry[],
  show: (entries: readonly Entry[]) => string,
): string[] {
  return [...catalogue.stages.map(({ id }) => id), null].flatMap((id) => {
    const own = entries.filter(({ stage }) => stage === id);
    return own.length === 0 ? [] : [`### ${stageTitle(catalogue, id)} (${own.length})`, show(own)];
  });
}

function stageTitle(catalogue: Catalogue, id: StageId | null): string {
  return escapeCell(catalogue.stages.find((stage) => stage.id === id)?.title ?? 'No stage');
}

function pageLink({ references }: Catalogue, key: ReferenceKey | null): string {
  const page = key === null ? null : references[key];
  return page === null ? '' : `[${escapeCell(page.title)}](${page.url})`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function count(entries: readonly unknown[]): string {
  return String(entries.length);
}

function hex(value: number): string {
  return `0x${value.toString(16).toUpperCase().padStart(8, '0')}`;
}

function shortened(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}

/** Text in a cell: nothing in it begins Markdown or HTML. */
function escapeCell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>|~&]/g, '\\$&');
}

/** A code span in a cell: a bar ends a cell even inside a span, unless it is escaped. */
function code(text: string): string {
  const longest = [...text.matchAll(/`+/g)].reduce((length, run) => Math.max(length, run[0].length), 0);
  const fence = '`'.repeat(longest + 1);
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${space}${text.replaceAll('|', '\\|')}${space}${fence}`;
}

import type { BenchData } from '../data.ts';
import type { Measurement } from '../measurement.ts';
import * as core from './core.ts';
import * as registry from './registry.ts';
import * as server from './server.ts';

/** Every case that runs in a process of its own, by its name. */
export const cases: Readonly<Record<string, (data: BenchData) => Measurement | Promise<Measurement>>> = {
  openers: core.countOpeners,
  index: core.indexLog,
  'index of a text': core.indexText,
  read: core.readLog,
  'read, 120 entries': core.readWith120,
  'read, 500 entries': core.readWith500,
  memory: core.memory,
  folder: core.folder,
  tail: core.tail,
  linearity: core.linearity,
  'registry file': registry.registryFile,
  'registry text': registry.registryText,
  'registry snapshots': registry.registrySnapshots,
  'registry memory': registry.registryMemory,
  growth: core.growth,
  'open a document': server.openDocument,
  hover: server.hover,
  'hover during a scan': server.hoverDuringScan,
  'edit a document': server.editDocument,
  start: server.start,
};

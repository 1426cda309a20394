import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { createAnalyser, readSource } from './analysis/index.ts';
import { assembleCatalogue, lazyCodeTable } from './catalogue/index.ts';
import type { CatalogueData } from './catalogue/index.ts';
import { withFileSource } from './shell/fileSource.ts';
import { memoryOf, packReading } from './shell/packedReading.ts';
import { messageOf, stackOf } from './shell/errors.ts';
import type { ReadAnswer, ReadJob } from './shell/readPool.ts';
import { isFromDisk } from './shell/unreadableFile.ts';

/** The entry of the threads that read whole folders. The bundle lies in `dist/`, beside the data. */
const catalogue = assembleCatalogue(
  JSON.parse(readFileSync(join(__dirname, 'catalogue.json'), 'utf8')) as CatalogueData,
  lazyCodeTable(() => readFileSync(join(__dirname, 'codes.tsv'), 'utf8')),
);
const analyser = createAnalyser(catalogue);

parentPort?.on('message', (job: ReadJob) => {
  try {
    const reading = withFileSource(fileURLToPath(job.uri), (source) =>
      readSource(analyser, job.path, source, job.keepText),
    );
    const packed = packReading(reading, catalogue.messages);
    const answer: ReadAnswer = { reading: packed };
    parentPort?.postMessage(answer, [...memoryOf(packed)]);
  } catch (error) {
    const isUnreadable = isFromDisk(error);
    const answer: ReadAnswer = { failure: isUnreadable ? messageOf(error) : stackOf(error), isUnreadable };
    parentPort?.postMessage(answer);
  }
});

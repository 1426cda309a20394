import { ByteWindow } from '../text/byteWindow.ts';
import { detached } from '../text/detached.ts';
import type { LineStarts } from '../text/lineStarts.ts';
import { readWrittenTime } from '../text/time.ts';
import type { CcmAttributes } from './ccmAttributes.ts';
import type { CcmRecordSink } from './ccmRecordSink.ts';
import { PlainRecordsModule } from './plainRecordsModule.ts';
import { noBias } from './recordTable.ts';

/**
 * Reads runs of plain records, nearly all that logs hold, from bytes and with `server/wasm/plainRecords.ts`, which
 * tells what plain ones are. What is not plain is left to the scanner, which would have read the plain ones as they
 * are read here.
 */
export class CcmPlainRecords {
  readonly #module: PlainRecordsModule;
  readonly #window: ByteWindow;
  #text = '';
  /** Names of components by the numbers that rows have; others once what was learned had to be forgotten. */
  #names: string[] = [];
  readonly #numbers = new Map<string, number>();
  #learned = 0;

  /** `windowLength` in UTF-16 units, for tests of what happens at the borders of windows. */
  constructor(windowLength?: number) {
    this.#module = new PlainRecordsModule();
    this.#window = new ByteWindow(windowLength ?? this.#module.windowLength, this.#module.text);
  }

  /** Reads in this text from now on. What was learned of others holds for it, too. */
  begin(text: string): void {
    this.#text = text;
    this.#window.clear();
  }

  /** Lets go of the text. */
  end(): void {
    this.#text = '';
  }

  /**
   * Reads on from `from` as long as records are plain, and tells the sink and `lines` of them; answers where the first
   * one stands that is not.
   */
  read(from: number, sink: CcmRecordSink, lines: LineStarts | null): number {
    const window = this.#window;
    const module = this.#module;
    let at = from;
    if (at < window.start || at >= window.end) window.moveTo(this.#text, at);
    for (;;) {
      const next =
        window.start + module.read(at - window.start, window.end - window.start, sink.base + window.start);
      const count = module.rowCount;
      if (count > 0) {
        sink.addPlain(module.rows, count, this.#names);
        lines?.addStarts(module.lineStarts, next - at);
      }
      at = next;
      if (count === module.mostRows) continue;
      // It may be plain and only reach beyond the window, which is moved seldom, whatever the text holds.
      if (at < window.middle || window.end === this.#text.length) return at;
      window.moveTo(this.#text, at);
    }
  }

  /**
   * Learns from attributes that had to be read in full and begin at `start`, where they are of the plain form and not
   * known. Many are read in full for another reason: something unusual stands in the message or behind the record.
   */
  learn(start: number, attributes: CcmAttributes): void {
    if (!this.#module.wouldLearn) return;
    const { localTime, component, type } = attributes;
    if (Number.isNaN(localTime) || !/^[\w .:()&+-]{0,200}$/.test(component)) return;
    // All of this is looked for near the beginning only, so that it costs the same whatever follows.
    const head = this.#text.slice(start, start + 72);
    const parts = /^<time="\d\d:\d\d:\d\d\.\d{3,9}([+-]\d{1,3}|)" date="([\d-]{8,10})"/.exec(head);
    if (parts === null) return;
    const [whole, written = '', date = ''] = parts;
    const bias = written === '' ? noBias : Number(written) || 0;
    const midnight = readWrittenTime(`0:0:0${date}`, 0, 5, 5, 5 + date.length).local;
    if (Number.isNaN(midnight) || (attributes.bias ?? noBias) !== bias) return;
    const at = start + whole.length - date.length - written.length - 9;
    const middle = `${written}" date="${date}" component="${component}" context="" type="${type}" thread="`;
    if (!this.#text.startsWith(middle, at)) return;
    this.#module.learn(middle, bias, midnight, this.#numberOf(component), type);
  }

  /** The number of a component's name that is to be learned. */
  #numberOf(component: string): number {
    if (this.#learned++ === this.#module.mostLearned) {
      this.#module.forget();
      this.#learned = 1;
      this.#names = [];
      this.#numbers.clear();
    }
    const known = this.#numbers.get(component);
    if (known !== undefined) return known;
    const name = detached(component);
    this.#numbers.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }
}

let shared: CcmPlainRecords | undefined;

/** The one for all logs: it is large, and what it learned of one holds for the next. */
export function ccmPlainRecords(): CcmPlainRecords {
  return (shared ??= new CcmPlainRecords());
}

import type { Signal } from '../../catalogue/types.ts';
import type { Attempt, Credential, Moment, Place } from '../caseAnalysis.ts';
import { orderingTime, type Sighting } from './sighting.ts';
import { readTimer, type Timer } from './timer.ts';

/** Where enrollment stands at the end of the logs. */
export type EnrollmentState =
  | 'unknown'
  | 'not-enrolled'
  | 'waiting'
  | 'fired'
  | 'attempting'
  | 'failed'
  | 'enrolled'
  | 'foreign'
  | 'unenrolled';

/** What the logs tell of enrollment, from first to last. */
export interface EnrollmentHistory {
  readonly attempts: readonly Attempt[];
  readonly state: EnrollmentState;
  /** The sighting that brought the present state; null while unknown. */
  readonly decisive: Sighting | null;
  /** The latest queued timer that no attempt has followed; null when none waits. */
  readonly pendingTimer: Timer | null;
  /** The latest timer, waiting or fired. */
  readonly latestTimer: Timer | null;
  /** The line that shows an enrollment gone that there had been; null when none went, or a new one came since. */
  readonly loss: Sighting | null;
  /** Sightings that made an attempt fail, by index into `attempts`. */
  readonly failures: ReadonlyMap<number, Sighting>;
  /** Sightings that tell again of an attempt that failed, and the one that tells it best: the first with a code. */
  readonly retold: ReadonlyMap<Sighting, Sighting>;
}

/** Reads the history out of the sightings, in their order. */
export function readHistory(sightings: readonly Sighting[]): EnrollmentHistory {
  const reader = new HistoryReader();
  for (const sighting of sightings) reader.see(sighting);
  return reader.finish();
}

interface Draft {
  number: number;
  of: number | null;
  credential: Credential;
  result: Attempt['result'];
  started: Moment | null;
  code: number | null;
  retryAt: Moment | null;
  place: Place;
}

/** Lines that tell one failure stand this close together, milliseconds; tries are at least minutes apart. */
const sameAttemptWithin = 90_000;

class HistoryReader {
  readonly #attempts: Draft[] = [];
  readonly #failures = new Map<number, Sighting>();
  readonly #tellings = new Map<Draft, Sighting[]>();
  #open: Draft | null = null;
  /** The last attempt that failed, as long as nothing new has started: later lines may tell more of it. */
  #justFailed: Draft | null = null;
  #lastFailure: Sighting | null = null;
  #tryPrinted: { number: number; of: number | null } | null = null;
  #seriesLength = 0;
  #state: EnrollmentState = 'unknown';
  #decisive: Sighting | null = null;
  /** Queued timers; when they are due is read of the last one only. */
  #pendingTimer: Sighting | null = null;
  #latestTimer: Sighting | null = null;
  #loss: Sighting | null = null;

  /** What each signal does to the history; signals that are not here belong to other stages. */
  readonly #steps: Partial<Record<Signal, (sighting: Sighting) => void>> = {
    'timer-queued': (sighting) => this.#queueTimer(sighting),
    'timer-fired': (sighting) => this.#fireTimer(sighting),
    'attempt-started': (sighting) => this.#start(sighting, 'unknown'),
    'attempt-device-credential': (sighting) => this.#startWith(sighting, 'device'),
    'attempt-user-credential': (sighting) => this.#startWith(sighting, 'user'),
    'attempt-failed': (sighting) => this.#fail(sighting, credentialOf(sighting)),
    'attempt-failed-device': (sighting) => this.#fail(sighting, 'device'),
    'attempt-failed-user': (sighting) => this.#fail(sighting, 'user'),
    'licence-blocked': (sighting) => this.#fail(sighting, 'user'),
    'attempt-succeeded': (sighting) => this.#succeed(sighting),
    'already-enrolled': (sighting) => this.#confirmEnrolled(sighting),
    'already-enrolling': (sighting) => this.#confirmEnrolled(sighting),
    provisioned: (sighting) => this.#confirmEnrolled(sighting),
    'not-enrolled': (sighting) => this.#missEnrollment(sighting),
    unenrolled: (sighting) => this.#loseEnrollment(sighting),
    'foreign-mdm': (sighting) => this.#enter('foreign', sighting),
  };

  see(sighting: Sighting): void {
    if (sighting.signal !== null) this.#steps[sighting.signal]?.(sighting);
  }

  finish(): EnrollmentHistory {
    const latestTimer = this.#latestTimer === null ? null : readTimer(this.#latestTimer);
    return {
      attempts: this.#attempts.map((draft) => ({ ...draft })),
      state: this.#state,
      decisive: this.#decisive,
      pendingTimer: this.#pendingTimer === null ? null : latestTimer,
      latestTimer,
      loss: this.#loss,
      failures: this.#failures,
      retold: new Map([...this.#tellings.values()].flatMap(retellings)),
    };
  }

  #enter(state: EnrollmentState, sighting: Sighting): void {
    this.#state = state;
    this.#decisive = sighting;
    if (state === 'enrolled') this.#loss = null;
  }

  #queueTimer(sighting: Sighting): void {
    this.#pendingTimer = sighting;
    this.#latestTimer = sighting;
    this.#open = null;
    this.#justFailed = null;
    this.#tryPrinted = null;
    this.#seriesLength = 0;
    this.#enter('waiting', sighting);
  }

  #fireTimer(sighting: Sighting): void {
    this.#pendingTimer = null;
    // The timer of an enrolled device fires, too; the next line says that it is enrolled already.
    if (this.#state !== 'enrolled') this.#enter('fired', sighting);
  }

  #start(sighting: Sighting, credential: Credential): void {
    const number = wholeNumber(sighting.observation.values['number']);
    if (number !== null) {
      // "Try #1" opens a new series whatever came before.
      if (number === 1) this.#seriesLength = 0;
      this.#tryPrinted = { number, of: wholeNumber(sighting.observation.values['of']) };
    }
    this.#seriesLength += 1;
    this.#open = {
      number: this.#tryPrinted?.number ?? this.#seriesLength,
      of: this.#tryPrinted?.of ?? null,
      credential,
      result: 'unknown',
      started: sighting.time,
      code: null,
      retryAt: null,
      place: sighting.place,
    };
    this.#attempts.push(this.#open);
    this.#justFailed = null;
    this.#pendingTimer = null;
    this.#enter('attempting', sighting);
  }

  #startWith(sighting: Sighting, credential: Credential): void {
    if (this.#open?.credential === 'unknown') {
      this.#open.credential = credential;
      this.#open.place = sighting.place;
      return;
    }
    this.#start(sighting, credential);
  }

  #fail(sighting: Sighting, credential: Credential): void {
    const code = sighting.codes[0] ?? null;
    const draft = this.#attemptThatFailed(sighting, credential, code);
    const printedCode = sighting.observation.codes.length > 0;
    if (draft.code === null || printedCode) draft.code = code ?? draft.code;
    if (draft.credential === 'unknown') draft.credential = credential;
    draft.result = 'failed';
    draft.retryAt = retryTime(sighting) ?? draft.retryAt;
    const index = this.#attempts.lastIndexOf(draft);
    if (!this.#failures.has(index)) {
      draft.place = sighting.place;
      this.#failures.set(index, sighting);
    }
    const tellings = this.#tellings.get(draft);
    if (tellings === undefined) this.#tellings.set(draft, [sighting]);
    else tellings.push(sighting);
    this.#open = null;
    this.#justFailed = draft;
    this.#lastFailure = sighting;
    this.#pendingTimer = null;
    this.#enter('failed', this.#failures.get(index) ?? sighting);
  }

  /** The open attempt, or the one that has just failed when this line says the same again, or a new one. */
  #attemptThatFailed(sighting: Sighting, credential: Credential, code: number | null): Draft {
    const fits = (draft: Draft): boolean =>
      draft.credential === credential || draft.credential === 'unknown' || credential === 'unknown';
    if (this.#open !== null && fits(this.#open)) return this.#open;
    const again = this.#isSameMoment(sighting) ? this.#justFailed : null;
    if (again !== null && fits(again) && (code === null || again.code === null || again.code === code))
      return again;
    if (again !== null && fits(again) && sighting.observation.values['minutes'] !== undefined) return again;
    this.#start(sighting, credential);
    return this.#attempts.at(-1) as Draft;
  }

  /** Whether a line may tell of the attempt that has just failed: a task that tries again takes minutes. */
  #isSameMoment(sighting: Sighting): boolean {
    const before = this.#lastFailure?.time ?? null;
    if (before === null || sighting.time === null) return true;
    return Math.abs(orderingTime(sighting.time) - orderingTime(before)) <= sameAttemptWithin;
  }

  #succeed(sighting: Sighting): void {
    const credential = credentialOf(sighting);
    if (this.#open === null && this.#toldAgain(credential)) return;
    if (this.#open === null) this.#start(sighting, credential);
    const draft = this.#open;
    if (draft !== null) {
      draft.result = 'succeeded';
      draft.code = null;
      draft.place = sighting.place;
      if (draft.credential === 'unknown') draft.credential = credential;
    }
    this.#open = null;
    this.#justFailed = null;
    this.#pendingTimer = null;
    this.#enter('enrolled', sighting);
  }

  /** One success is told by the client, by the enrollment and by what started it; each of them knows another part. */
  #toldAgain(credential: Credential): boolean {
    const last = this.#attempts.at(-1);
    if (this.#state !== 'enrolled' || last?.result !== 'succeeded') return false;
    if (last.credential !== 'unknown' && credential !== 'unknown' && last.credential !== credential)
      return false;
    if (last.credential === 'unknown') last.credential = credential;
    return true;
  }

  #confirmEnrolled(sighting: Sighting): void {
    // A foreign MDM makes the same steady lines true; only a success of our own ends that state.
    if (this.#state === 'foreign' && this.#open === null) return;
    if (this.#open !== null) {
      this.#open.result = 'succeeded';
      this.#open = null;
    }
    this.#pendingTimer = null;
    if (this.#state !== 'enrolled') this.#enter('enrolled', sighting);
  }

  /** "Not enrolled yet" is news only for a device that had been enrolled, or of which nothing was known. */
  #missEnrollment(sighting: Sighting): void {
    if (this.#state === 'enrolled') this.#loseEnrollment(sighting);
    else if (this.#state === 'unknown') this.#enter('not-enrolled', sighting);
  }

  #loseEnrollment(sighting: Sighting): void {
    this.#loss = sighting;
    this.#open = null;
    this.#enter('unenrolled', sighting);
  }
}

function retellings(tellings: readonly Sighting[]): readonly (readonly [Sighting, Sighting])[] {
  const best = tellings.find(({ codes }) => codes.length > 0) ?? tellings[0];
  if (best === undefined) return [];
  return tellings.flatMap((telling) => (telling === best ? [] : [[telling, best] as const]));
}

function credentialOf(sighting: Sighting): Credential {
  const written = sighting.observation.values['credential'];
  if (written === undefined) return 'unknown';
  const value = Number(written);
  return value === 0 ? 'user' : value === 1 ? 'device' : 'unknown';
}

function retryTime(sighting: Sighting): Moment | null {
  const minutes = wholeNumber(sighting.observation.values['minutes']);
  if (minutes === null || sighting.time === null) return null;
  const later = minutes * 60_000;
  return {
    local: sighting.time.local + later,
    utc: sighting.time.utc === null ? null : sighting.time.utc + later,
  };
}

function wholeNumber(text: string | undefined): number | null {
  if (text === undefined || !/^\d{1,6}$/.test(text)) return null;
  return Number(text);
}

/**
 * What is learned of attributes: the middles, which stand between the time of a record and its thread. A part of
 * `plainRecords.ts`.
 */

// Where things stand in memory, in bytes.

/** The middle to learn is put here. */
export const learned: usize = 0x400;
/** Learned middles: the slots, each with the addresses of a few middles, the frequent ones first; then the middles. */
const slotCount: i32 = 256;
const mostInSlot: i32 = 8;
const slots: usize = 0x10000;
const middles: usize = slots + 4 * slotCount * mostInSlot;
/** Of a middle: its length, component, bias and type, the day's beginning, and from `middleBytes` on its bytes. */
const middleSize: usize = 0x140;
export const middleComponent: usize = 4;
export const middleBias: usize = 8;
export const middleType: usize = 12;
export const middleMidnight: usize = 16;
const middleBytes: usize = 32;
/** So many middles can be learned before `forget` has to make room. */
export const mostMiddles: i32 = slotCount * mostInSlot;

let middleCount: i32 = 0;

/** Forgets what was learned. */
export function forget(): void {
  middleCount = 0;
  memory.fill(slots, 0, 4 * slotCount * mostInSlot);
}

/**
 * Learns the middle of `length` bytes that stands at `learned`. `midnight` is the day's beginning in local
 * milliseconds, `component` the number of the component's name. There is room for 2048 of them.
 */
export function learn(length: i32, bias: i32, midnight: f64, component: i32, type: i32): void {
  const middle = middles + middleSize * <usize>middleCount;
  middleCount++;
  store<i32>(middle, length);
  store<i32>(middle + middleComponent, component);
  store<i32>(middle + middleBias, bias);
  store<i32>(middle + middleType, type);
  store<f64>(middle + middleMidnight, midnight);
  memory.copy(middle + middleBytes, learned, length);
  const slot = slotOf(learned);
  memory.copy(slot + 4, slot, 4 * (mostInSlot - 1));
  store<u32>(slot, <u32>middle);
}

/** The learned middle that stands at `at`; 0 where none does. */
export function middleAt(at: usize): usize {
  const slot = slotOf(at);
  for (let i: usize = 0; i < <usize>mostInSlot; i++) {
    const middle = <usize>load<u32>(slot + 4 * i);
    if (middle == 0) return 0;
    if (!standsAt(middle, at)) continue;
    // What is frequent comes to stand first.
    if (i > 0) {
      store<u32>(slot + 4 * i, load<u32>(slot + 4 * (i - 1)));
      store<u32>(slot + 4 * (i - 1), <u32>middle);
    }
    return middle;
  }
  return 0;
}

/** Compares from the end, as the type stands there: that is where two of one component differ. */
function standsAt(middle: usize, at: usize): bool {
  const bytes = middle + middleBytes;
  let place = <usize>load<i32>(middle);
  do {
    place = place > 16 ? place - 16 : 0;
    if (!i8x16.all_true(i8x16.eq(v128.load(bytes + place), v128.load(at + place)))) return false;
  } while (place > 0);
  return true;
}

/** Where middles are kept that begin as the bytes at `at`: by some letters of the component, with and without a bias. */
function slotOf(at: usize): usize {
  const hash = (load<u64>(at + 34) * 0x9e3779b97f4a7c15) >> 56;
  return slots + 4 * mostInSlot * <usize>hash;
}

/** Characters of one answer as JSON: longer ones hold up everything else that goes the same way. */
export const mostOfAnAnswer = 495_000;

/** The first items that fit into an answer. */
export function withinBudget<Item>(items: readonly Item[], budget: number): Item[] {
  let left = budget;
  const end = items.findIndex((item) => {
    left -= JSON.stringify(item).length + 1;
    return left < 0;
  });
  return end === -1 ? [...items] : items.slice(0, end);
}

/**
 * A value that is made when something of it is first looked at. What `make` throws is thrown there, and it is asked
 * again the next time.
 */
export function lazily<Value extends object>(make: () => Value): Value {
  let made: Value | undefined;
  const value = (): Value => (made ??= make());
  return new Proxy({} as Value, {
    get(_, key): unknown {
      const target = value();
      const found: unknown = Reflect.get(target, key, target);
      // Called on the stand-in, a method would not find the private fields of the value.
      return typeof found === 'function' ? (found.bind(target) as unknown) : found;
    },
    has: (_, key) => Reflect.has(value(), key),
  });
}

/** Makes such values now, so that whoever looks at them first does not wait. */
export function makeNow(...values: readonly object[]): void {
  for (const value of values) Reflect.has(value, '');
}

/**
 * A value that is made when something of it is first looked at. What `make` throws is thrown there, and it is asked
 * again the next time. Its functions must not rest on `this`.
 */
export function lazily<Value extends object>(make: () => Value): Value {
  let made: Value | undefined;
  const value = (): Value => (made ??= make());
  return new Proxy({} as Value, {
    get: (_, key): unknown => Reflect.get(value(), key),
    has: (_, key) => Reflect.has(value(), key),
  });
}

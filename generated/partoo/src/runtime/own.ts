/** The member `name` of an object, if it is its own: what is inherited was given by nobody. */
export const own = <Value>(values: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined =>
  values && Object.hasOwn(values, name) ? values[name] : undefined;

/** The member `name` of an object, if it is its own: what is inherited was given by nobody. */
export const own = (values, name) => values && Object.hasOwn(values, name) ? values[name] : undefined;

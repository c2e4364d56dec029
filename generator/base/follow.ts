/**
 * What `follow` finds behind a name. Each name is followed once for one `known`: schemas that refer to each other in many
 * ways have more paths than can be walked. A name that is met again while it is being followed gives `meanwhile`.
 */
export function followOnce<Name, Result>(
  known: Map<Name, Result>,
  name: Name,
  meanwhile: Result,
  follow: () => Result,
): Result {
  if (known.has(name)) return known.get(name) ?? meanwhile;
  known.set(name, meanwhile);
  const result = follow();
  known.set(name, result);
  return result;
}

/** A step for a member whose name says something else to TypeScript, as `constructor` does. */
export const asStep = (one) => one;
/** Thrown where a value cannot be transformed; the message begins with the JSON Pointer of the place. */
export class TransformError extends Error {
	name = "TransformError";
	/** A JSON Pointer (RFC 6901). */
	path;
	constructor(walk, reason) {
		const path = walk.path.map((token) => `/${String(token).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
		super(`${path === "" ? "the value" : path} ${reason}`);
		this.path = path;
	}
}
/** How deep values are followed; a value that contains itself ends there. */
const maximumDepth = 1e3;
/** Goes through a value from its root. */
export function walked(root, value, towards) {
	return root(value, {
		path: [],
		made: new Map(),
		towards
	});
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** A property that is undefined is not sent, so it does not count as there; what is inherited never does. */
function has(members, name) {
	return Object.hasOwn(members, name) && members[name] !== undefined;
}
/** Defines rather than assigns: `__proto__` is a name like any other. */
function withMember(copy, name, value) {
	Object.defineProperty(copy, name, {
		value,
		writable: true,
		enumerable: true,
		configurable: true
	});
}
function inside(step, value, token, walk) {
	if (walk.path.length > maximumDepth) throw new TransformError(walk, "is nested too deeply");
	walk.path.push(token);
	const result = step(value, walk);
	walk.path.pop();
	return result;
}
/** What `step` makes of an object, the same for the same object. */
export function once(step, value, walk) {
	if (typeof value !== "object" || value === null) return step(value, walk);
	let made = walk.made.get(step);
	if (made === undefined) walk.made.set(step, made = new Map());
	if (!made.has(value)) made.set(value, step(value, walk));
	return made.get(value);
}
/** An object whose missing members are added from `missing`, and of which `parts` are then changed. */
export function members(value, walk, parts, missing = {}) {
	if (!isRecord(value)) return value;
	let copy;
	const set = (name, member) => {
		copy ??= { ...value };
		withMember(copy, name, member);
	};
	for (const [name, make] of Object.entries(missing)) if (!has(value, name)) set(name, make());
	for (const [name, step] of Object.entries(parts)) {
		const source = copy ?? value;
		if (!has(source, name)) continue;
		const before = source[name];
		const after = inside(step, before, name, walk);
		if (after !== before) set(name, after);
	}
	return copy ?? value;
}
/** An object of whose members each is changed. */
export function values(value, walk, step) {
	if (!isRecord(value)) return value;
	return members(value, walk, Object.fromEntries(Object.keys(value).map((name) => [name, step])));
}
/** A list of which each item is changed. */
export function items(value, walk, step) {
	if (!Array.isArray(value)) return value;
	let copy;
	for (let index = 0; index < value.length; index += 1) {
		const before = value[index];
		const after = inside(step, before, index, walk);
		if (after !== before) (copy ??= [...value])[index] = after;
	}
	return copy ?? value;
}
/** What the branch asks for that the member `tag` names. */
export function tagged(value, walk, tag, cases) {
	if (!isRecord(value) || !Object.hasOwn(value, tag)) return value;
	const step = cases.find(([constant]) => constant === value[tag])?.[1];
	return step === undefined ? value : step(value, walk);
}
/** Steps for values of different types, each of which lets values of the others be. */
export function every(value, walk, steps) {
	return steps.reduce((result, step) => step(result, walk), value);
}
/**
 * What the first branch asks for that the value fits, as it stands in JSON. Where it fits none as that (an integer with more
 * digits than validators take), the first that finds something to do.
 */
export function firstFitting(value, walk, branches) {
	let changed = value;
	for (const [fits, step] of branches) {
		if (walk.towards === "value" && fits(value)) return step === undefined ? value : step(value, walk);
		const result = step === undefined ? value : attempt(step, value, walk);
		if (walk.towards !== "value" && fits(result)) return result;
		if (changed === value) changed = result;
	}
	return changed;
}
/** What `step` makes of a value, or the value where it cannot. */
function attempt(step, value, walk) {
	const { length } = walk.path;
	try {
		return step(value, walk);
	} catch (error) {
		if (!(error instanceof TransformError)) throw error;
		walk.path.length = length;
		return value;
	}
}

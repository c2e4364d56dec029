/** A value has a tag that none of the cases is for, against its type: the API sent something its documents do not tell. */
export class UnknownTagError extends Error {
	name = "UnknownTagError";
	/** The property that holds the tag. */
	property;
	/** What it holds. */
	tag;
	constructor(property, tag, known) {
		super(`No case for ${property} ${show(tag)}. Known: ${known.map(show).join(", ")}.`);
		this.property = property;
		this.tag = tag;
	}
}
/**
 * Makes a `match` for unions told apart by `property`. At run time a tag without a case goes to `_`; without one it
 * throws an `UnknownTagError`.
 */
export function matchOn(property) {
	return (value, cases) => {
		const tag = value[property];
		const chosen = caseOf(cases, String(tag)) ?? caseOf(cases, "_");
		if (!chosen) throw new UnknownTagError(property, tag, Object.keys(cases));
		return chosen(value);
	};
}
function caseOf(cases, key) {
	// only what the caller wrote: a tag named like a method of every object must not find it
	return Object.hasOwn(cases, key) ? cases[key] : undefined;
}
function show(value) {
	return typeof value === "string" ? JSON.stringify(value) : String(value);
}

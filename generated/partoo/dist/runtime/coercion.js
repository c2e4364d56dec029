/** A plan for a name that says something else to TypeScript, as `constructor` does. */
export const asPlan = (one) => one;
/** A text as it is. */
export const asText = (raw) => raw;
const numberForm = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** A number as JSON writes it, unless digits would be lost. */
export const toNumber = (raw) => {
	if (typeof raw !== "string" || !numberForm.test(raw)) return raw;
	const number = Number(raw);
	if (!Number.isFinite(number)) return raw;
	const isExact = !/^-?\d+$/.test(raw) || String(number) === raw || BigInt(raw) === BigInt(number);
	return isExact ? number : raw;
};
/** `true` or `false`. */
export const toBoolean = (raw) => raw === "true" ? true : raw === "false" ? false : raw;
/** One of the constants that are no texts, by the text that it is written as. */
export const toConstant = (constants) => (raw) => {
	const found = constants.find((constant) => String(constant) === raw);
	return found === undefined ? raw : found;
};
/** The first of several readings that makes something of the text. */
export const toFirst = (...readings) => (raw) => {
	for (const read of readings) {
		const value = read(raw);
		if (value !== raw) return value;
	}
	return raw;
};
/** A list: of the texts of a repeated name, or of the parts of one text where the style joins them. */
export const toList = (read, separator) => (raw) => {
	if (raw === undefined) return raw;
	const texts = Array.isArray(raw) ? raw : [raw];
	const parts = texts.flatMap((text) => separator === undefined || typeof text !== "string" ? [text] : text.split(separator).map((part) => part.trim()));
	return parts.map(read);
};
/** An object written as `key,value,key,value`, or `key=value,key=value` where `exploded`. */
export const toObject = (parts, separator, exploded) => (raw) => {
	if (typeof raw !== "string") return raw;
	const words = exploded ? raw.split(separator).flatMap(halves) : raw.split(separator);
	if (words.length % 2 === 1) return raw;
	return Object.fromEntries(words.flatMap((name, index) => index % 2 === 0 ? [[name, readMember(parts, name, words[index + 1])]] : []));
};
function halves(text) {
	const middle = text.indexOf("=");
	return middle < 0 ? [text] : [text.slice(0, middle), text.slice(middle + 1)];
}
/** A value written as JSON. */
export const toJson = (raw) => {
	if (typeof raw !== "string") return raw;
	try {
		return JSON.parse(raw);
	} catch {
		return raw;
	}
};
function readMember(parts, name, raw) {
	return Object.hasOwn(parts, name) ? parts[name]?.(raw) : raw;
}
/**
 * The values of one place by name, those of `plans` read. Names without a plan stay as they are; `anyCase` is for
 * headers, whose names come in any case and leave in that of the plan.
 */
export function coerced(raw, plans, anyCase = false) {
	const texts = textsByName(raw, anyCase ? new Map(Object.keys(plans).map((name) => [name.toLowerCase(), name])) : undefined);
	const result = {};
	const set = (name, value) => {
		Object.defineProperty(result, name, {
			value,
			writable: true,
			enumerable: true,
			configurable: true
		});
	};
	for (const [name, { read, members, parts = {} }] of Object.entries(plans)) {
		if (members !== undefined) {
			const found = membersOf(texts, name, members, parts);
			if (found !== undefined) set(name, found);
		} else if (texts.has(name)) {
			const value = texts.get(name);
			texts.delete(name);
			set(name, read === undefined ? value : read(value));
		}
	}
	for (const [name, value] of texts) set(name, value);
	return result;
}
function textsByName(raw, names) {
	const texts = new Map();
	const entries = isIterable(raw) ? raw : Object.entries(raw);
	for (const [given, value] of entries) {
		if (value === undefined) continue;
		const name = names?.get(given.toLowerCase()) ?? given;
		const before = texts.get(name);
		texts.set(name, before === undefined ? value : [before, value].flat());
	}
	return texts;
}
function isIterable(raw) {
	return typeof raw[Symbol.iterator] === "function";
}
/** The members of an object, taken from the texts where they stand by themselves. */
function membersOf(texts, name, form, parts) {
	const found = [];
	for (const [key, value] of texts) {
		const isBracketed = key.startsWith(`${name}[`) && key.endsWith("]");
		if (form === "bracketed" ? !isBracketed : !Object.hasOwn(parts, key)) continue;
		const member = form === "bracketed" ? key.slice(name.length + 1, -1) : key;
		found.push([member, readMember(parts, member, value)]);
		texts.delete(key);
	}
	return found.length === 0 ? undefined : Object.fromEntries(found);
}

import { own } from "./own.js";
/** How deep a schema that contains itself is followed. */
export const maximumDepth = 500;
// of its own, it makes the function below small enough that V8 inlines it whatever else it inlines
const isArray = Array.isArray;
/** Whether `value` is an object, and no array. */
export function keyed(value) {
	return typeof value === "object" && value !== null && !isArray(value);
}
/**
 * An object that inherits nothing of interest: the object itself, if its prototype is that of all objects, or none; else a
 * copy of its own properties.
 */
function ownMembers(object) {
	const prototype = Object.getPrototypeOf(object);
	return prototype === Object.prototype || prototype === null ? object : {
		__proto__: null,
		...object
	};
}
/**
 * The own properties of an object (no array), or undefined for anything else. Validators look at the prototype before they
 * call this, where engines know it at once: what has that of all objects is one.
 */
export function asObject(value) {
	return keyed(value) ? ownMembers(value) : undefined;
}
/** How many properties are present. */
export function propertyCount(object) {
	let count = 0;
	for (const name of Object.keys(object)) if (object[name] !== undefined) count += 1;
	return count;
}
/** More items than this do not stand in one row in memory, and may be holes. */
const rowOfItems = 33554432;
/** Whether an array is so long and so empty that going through it would take minutes. No JSON text makes such. */
export function isSparse(items) {
	if (items.length <= rowOfItems) return false;
	for (let index = 0; index < items.length; index += 1) if (!(index in items)) return true;
	return false;
}
const pair = /[\ud800-\udbff][\udc00-\udfff]/;
/** Length in Unicode code points. Most texts hold no surrogates, which an engine knows of many without looking. */
export function codePoints(text) {
	let count = text.length;
	if (!pair.test(text)) return count;
	for (let index = 0; index < text.length; index += 1) {
		if ((text.codePointAt(index) ?? 0) <= 65535) continue;
		index += 1;
		count -= 1;
	}
	return count;
}
/** Whether a text matches a pattern; false where it is too long to be told. */
export function follows(text, pattern) {
	try {
		return pattern.test(text);
	} catch {
		// a regular expression is out of memory
		return false;
	}
}
/**
 * A pattern that takes very long to refuse some texts: it is run on texts of up to `limit` UTF-16 code units, and
 * refuses longer ones unseen.
 */
export function boundedPattern(pattern, limit) {
	return {
		source: pattern.source,
		limit,
		test: (text) => text.length <= limit && pattern.test(text)
	};
}
/** Whether `value` is a whole multiple of `step`, reckoned in decimal: 0.3 is one of 0.1. */
export function multiple(value, step) {
	if (Number.isSafeInteger(value) && Number.isSafeInteger(step)) return value % step === 0;
	if (!Number.isFinite(value)) return false;
	const [digits, exponent] = decimal(value);
	const [stepDigits, stepExponent] = decimal(step);
	const shared = Math.min(exponent, stepExponent);
	return digits * 10n ** BigInt(exponent - shared) % (stepDigits * 10n ** BigInt(stepExponent - shared)) === 0n;
}
/** The shortest decimal digits of a number and the power of ten they are multiplied with. */
function decimal(value) {
	const [mantissa = "0", exponent = "0"] = String(value).split("e");
	const [whole = "0", fraction = ""] = mantissa.split(".");
	return [BigInt(whole + fraction), Number(exponent) - fraction.length];
}
/** Whether two JSON values are equal; the order of properties does not count. */
export function equal(left, right, depth = 0) {
	if (left === right) return true;
	if (depth > maximumDepth || typeof left !== "object" || typeof right !== "object") return false;
	if (Array.isArray(left)) {
		if (!Array.isArray(right) || left.length !== right.length) return false;
		return left.every((item, index) => equal(item, right[index], depth + 1));
	}
	const one = asObject(left);
	const other = asObject(right);
	if (one === undefined || other === undefined || propertyCount(one) !== propertyCount(other)) return false;
	return Object.keys(one).every((name) => equal(one[name], own(other, name), depth + 1));
}
/** Whether no two items are equal. */
export function distinct(items) {
	const scalars = new Set();
	const structures = [];
	for (const item of items) {
		if (typeof item === "object" && item !== null) structures.push(item);
		else if (scalars.has(item)) return false;
		else scalars.add(item);
	}
	return structures.length < 2 || new Set(structures.map(numbering())).size === structures.length;
}
/** A function that gives equal values the same number: what is asked of many costs no more than to read each once. */
function numbering() {
	const numbers = new Map();
	const numbersOfForms = new Map();
	let last = 0;
	const numberOf = (value, depth) => {
		const known = Number.isNaN(value) ? undefined : numbers.get(value);
		if (known !== undefined) return known;
		last += 1;
		// what contains itself finds this number there, and so equals nothing else
		numbers.set(value, last);
		if (typeof value !== "object" || value === null || depth > maximumDepth) return last;
		const own = last;
		const form = formOf(value, (part) => numberOf(part, depth + 1));
		const number = numbersOfForms.get(form) ?? own;
		numbersOfForms.set(form, number);
		numbers.set(value, number);
		return number;
	};
	return (value) => numberOf(value, 0);
}
/** An array or object in writing, with a number for each of its parts. */
function formOf(value, numberOf) {
	if (isArray(value)) return `[${value.map(numberOf).join()}]`;
	const object = ownMembers(value);
	const names = Object.keys(object).filter((name) => object[name] !== undefined);
	return names.sort().map((name) => `${JSON.stringify(name)}:${numberOf(object[name])}`).join();
}

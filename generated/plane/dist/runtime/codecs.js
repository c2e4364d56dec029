import { TransformError } from "./walk.js";
/** RFC 3339, section 5.6. */
const dateTimeForm = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:)(\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;
/** What a date was read from: texts may say more than a Date can hold (microseconds, an offset, a leap second). */
const origins = /* @__PURE__ */ new WeakMap();
/** `format: date-time` and Date. A date that was read and not changed since is written as the text it was read from. */
export const dateTime = (value, walk) => {
	if (walk.towards === "value") return typeof value === "string" ? readDateTime(value, walk) : value;
	return value instanceof Date ? writeDateTime(value, walk) : value;
};
function readDateTime(text, walk) {
	const [, day = "", minute = "", second = "", fraction = ".", zone = ""] = dateTimeForm.exec(text) ?? [];
	const isLeap = second === "60";
	const milliseconds = fraction.slice(1, 4).padEnd(3, "0");
	const date = new Date(`${day}T${minute}${isLeap ? "59" : second}.${milliseconds}${zone.toUpperCase()}`);
	// some engines take the 30th of February for the first of March
	if (day === "" || new Date(`${day}T00:00:00Z`).getUTCDate() !== Number(day.slice(8)) || Number.isNaN(date.getTime())) throw new TransformError(walk, `is no date and time of RFC 3339: ${shortened(text)}`);
	if (isLeap) date.setTime(date.getTime() + 1e3);
	origins.set(date, {
		text,
		time: date.getTime()
	});
	return date;
}
function writeDateTime(date, walk) {
	const origin = origins.get(date);
	if (origin?.time === date.getTime()) return origin.text;
	const year = date.getUTCFullYear();
	if (!(year >= 0 && year <= 9999)) throw new TransformError(walk, "is no date that RFC 3339 can write");
	return date.toISOString();
}
/** `type: integer, format: int64` and bigint. */
export const bigInteger = (value, walk) => {
	if (walk.towards === "value") return typeof value === "number" ? readInteger(value, walk) : value;
	return typeof value === "bigint" ? writeInteger(value, walk) : value;
};
function readInteger(value, walk) {
	if (!Number.isInteger(value)) throw new TransformError(walk, `is no integer: ${value}`);
	if (!Number.isSafeInteger(value)) throw new TransformError(walk, "has lost digits when it was read as a number; read the text itself");
	return BigInt(value);
}
function writeInteger(value, walk) {
	const number = Number(value);
	if (Number.isSafeInteger(number)) return number;
	if (walk.towards === "text") return value;
	throw new TransformError(walk, "is more than a number holds exactly; write it as text");
}
/** `type: string, format: int64` and bigint. */
export const bigIntegerText = (value, walk) => {
	if (walk.towards !== "value") return typeof value === "bigint" ? String(value) : value;
	if (typeof value !== "string") return value;
	if (!/^-?(?:0|[1-9]\d{0,19})$/.test(value)) throw new TransformError(walk, `is no integer of 64 bits: ${shortened(value)}`);
	return BigInt(value);
};
function shortened(text) {
	return JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text);
}

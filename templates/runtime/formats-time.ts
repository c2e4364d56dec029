// Dates, times and durations of RFC 3339, for the generated validators.

const dateShape = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const timeShape = /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const localTimeShape = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?$/;
const durationShape =
  /^P(?:\d+W|(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)(?:T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?|T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))$/;

/** `date`: full-date of RFC 3339, section 5.6, of a day that is in the calendar. */
export function isDate(text: string): boolean {
  if (!dateShape.test(text)) return false;
  const day = Number(text.slice(8));
  if (day <= 28) return true;
  const month = Number(text.slice(5, 7));
  if (month !== 2) return day <= 30 || ![4, 6, 9, 11].includes(month);
  const year = Number(text.slice(0, 4));
  return day === 29 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** `time`: full-time of RFC 3339, section 5.6; a leap second is one at the end of a day in UTC only. */
export function isTime(text: string): boolean {
  return timeShape.test(text) && (text[6] !== '6' || minuteInUtc(text) === 23 * 60 + 59);
}

/** `date-time` of RFC 3339, section 5.6. */
export function isDateTime(text: string): boolean {
  return (text[10] === 'T' || text[10] === 't') && isDate(text.slice(0, 10)) && isTime(text.slice(11));
}

/** `time-local` of OpenAPI's registry: a time without an offset. */
export function isLocalTime(text: string): boolean {
  return localTimeShape.test(text);
}

/** `date-time-local` of OpenAPI's registry: a date and a time without an offset. */
export function isLocalDateTime(text: string): boolean {
  return (text[10] === 'T' || text[10] === 't') && isDate(text.slice(0, 10)) && isLocalTime(text.slice(11));
}

/** `duration` of RFC 3339, appendix A: whole numbers, no unit left out between two others. */
export function isDuration(text: string): boolean {
  return durationShape.test(text);
}

/** Which minute of the day in UTC a time of the right shape falls into. */
function minuteInUtc(text: string): number {
  const minute = minutes(text.slice(0, 5));
  const sign = text.at(-6);
  if (sign !== '+' && sign !== '-') return minute;
  const offset = minutes(text.slice(-5));
  const day = 24 * 60;
  return (minute + (sign === '+' ? day - offset : offset)) % day;
}

/** The minutes that `hh:mm` stands for. */
function minutes(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}

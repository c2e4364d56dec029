// The words of messages.
/** The JSON type of a value, or what it is instead. */
export function typeName(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'array';
    return typeof value === 'number' && !Number.isFinite(value) ? String(value) : typeof value;
}
/** What an issue holds of a value: the value if it is short, else its type. */
export function actualOf(value) {
    if (value === null || typeof value === 'string' || typeof value === 'boolean')
        return value;
    return Number.isFinite(value) ? value : typeName(value);
}
/** A value as a person would quote it, at most 60 characters. */
export function shown(value) {
    const actual = actualOf(value);
    const text = typeof value === 'string' ? JSON.stringify(value) : String(actual);
    return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
/** The allowed values, at most fifty. */
export function oneOf(values) {
    const texts = values.slice(0, 50).map((value) => JSON.stringify(value));
    if (values.length > texts.length)
        texts.push(`${values.length - texts.length} more`);
    return texts.length === 1 ? String(texts[0]) : `one of ${texts.join(', ')}`;
}
/** `a, b or c`. */
export function listed(words) {
    return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
const article = { null: '', integer: 'an ', array: 'an ', object: 'an ' };
/** `a string`, `an object`, `null`. */
export function withArticle(type) {
    return `${article[type] ?? 'a '}${type}`;
}

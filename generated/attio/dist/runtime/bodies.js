import { formExplodedStyle, percentEncode, plainText } from './styles.js';
/** JSON (RFC 8259); `0`, `false`, `''` and `null` are bodies too. */
export const jsonBody = (value) => JSON.stringify(value);
/** Text as it is. */
export const textBody = (value) => plainText(value);
/** Bytes as they are. */
export const binaryBody = (value) => value;
const fields = (value) => Object.entries(value ?? {}).filter(([, member]) => member !== undefined && member !== null);
/** `application/x-www-form-urlencoded`: lists by repetition, objects as JSON. */
export const formBody = (value) => {
    if (value instanceof URLSearchParams)
        return value.toString();
    return fields(value)
        .map(([name, member]) => formExplodedStyle(name, Array.isArray(member) ? member : plainText(member), (text) => percentEncode(text).replaceAll('%20', '+')))
        .filter((pair) => pair !== undefined)
        .join('&');
};
/** `multipart/form-data`: a part for each member, lists by repetition, objects as JSON, files with their own type. */
export const multipartBody = (value) => {
    if (value instanceof FormData)
        return value;
    const data = new FormData();
    for (const [name, member] of fields(value)) {
        for (const part of Array.isArray(member) ? member : [member]) {
            if (part instanceof Blob)
                data.append(name, part);
            else if (typeof part === 'object' && !(part instanceof Date)) {
                data.append(name, new Blob([JSON.stringify(part)], { type: 'application/json' }));
            }
            else
                data.append(name, plainText(part));
        }
    }
    return data;
};

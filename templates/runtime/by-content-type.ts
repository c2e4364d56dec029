import { decode, type BodyReader } from './decode.js';

/** Reads answers of some media types in ways of their own, and all others as what their Content-Type says. */
export const byContentType =
  (readers: Readonly<Record<string, BodyReader>>): BodyReader =>
  (response, json, request) => {
    const type = (response.headers.get('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    const reader = Object.hasOwn(readers, type) ? readers[type] : undefined;
    return reader ? reader(response, json, request) : decode(request, response, 'any', json);
  };

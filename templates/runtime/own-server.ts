import type { ClientOptions } from './client.js';
import { own } from './own.js';

/**
 * Where an operation is sent that has a server of its own (OpenAPI 3.1, section 4.8.10): to what the client was told of
 * `name`, else to `url`; to the client's server where it was told `false`. A path is one on the host of the client's server.
 */
export const ownServer =
  (name: string, url: string) =>
  ({ servers = {}, baseUrl }: ClientOptions): string => {
    if (!servers) return baseUrl;
    const [host = ''] = /^https?:\/\/[^/?#]*/i.exec(baseUrl) ?? [];
    return own(servers as Readonly<Record<string, string>>, name) ?? (url.startsWith('/') ? host + url : url);
  };

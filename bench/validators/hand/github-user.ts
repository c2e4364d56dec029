import { asObject } from './object.ts';

// Written by hand for speed: a user.

export function isUser(value: unknown): boolean {
  const object = asObject(value);
  return (
    object !== undefined &&
    (object.name === undefined || object.name === null || typeof object.name === 'string') &&
    (object.email === undefined || object.email === null || typeof object.email === 'string') &&
    typeof object.login === 'string' &&
    Number.isInteger(object.id) &&
    typeof object.node_id === 'string' &&
    typeof object.avatar_url === 'string' &&
    (object.gravatar_id === null || typeof object.gravatar_id === 'string') &&
    typeof object.url === 'string' &&
    typeof object.html_url === 'string' &&
    typeof object.followers_url === 'string' &&
    typeof object.following_url === 'string' &&
    typeof object.gists_url === 'string' &&
    typeof object.starred_url === 'string' &&
    typeof object.subscriptions_url === 'string' &&
    typeof object.organizations_url === 'string' &&
    typeof object.repos_url === 'string' &&
    typeof object.events_url === 'string' &&
    typeof object.received_events_url === 'string' &&
    typeof object.type === 'string' &&
    typeof object.site_admin === 'boolean' &&
    (object.starred_at === undefined || typeof object.starred_at === 'string') &&
    (object.user_view_type === undefined || typeof object.user_view_type === 'string')
  );
}

export function isUserOrNull(value: unknown): boolean {
  return value === null || isUser(value);
}

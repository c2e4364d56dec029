import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadingVerb } from '../generator/base/verbs.ts';
import { titleFit } from '../generator/base/operation-titles.ts';
import { pageNames, type TitledOperation } from '../generator/spec/page-names.ts';

function operation(line: string): TitledOperation {
  const [method = '', path = '', ...title] = line.split(' ');
  return { method: method.toLowerCase() as TitledOperation['method'], path, title: title.join(' ') };
}

function fit(line: string): number {
  return titleFit(operation(line).title, operation(line));
}

function named(...lines: string[]): string[] {
  return pageNames(lines.map(operation), []);
}

describe('names of operations that pages describe', () => {
  const titles: readonly (readonly [string, string])[] = [
    ['GET /rooms List rooms', 'listRooms'],
    ['GET /rooms Returns a list of rooms.', 'listRooms'],
    ['GET /rooms Listing all rooms', 'listAllRooms'],
    ['GET /rooms/{id}/guests List guests of a room', 'listGuestsOfRoom'],
    ['GET /rooms/{id} Get a room by its number', 'getRoomByNumber'],
    ['POST /rooms Create a new room', 'createRoom'],
    ['POST /todos Create a to-do', 'createToDo'],
    ['POST /tokens Exchange a one-time token', 'exchangeOneTimeToken'],
    ['GET /rooms/{id}/changes Inspect changes of a room’s doors', 'inspectChangesOfRoomDoors'],
    ['PUT /rooms/{id} Create or update a room', 'createOrUpdateRoom'],
    ['GET /rooms/{id} Show one or more rooms', 'showOneOrMoreRooms'],
    ['DELETE /rooms/{id} Deletes a room', 'deleteRoom'],
    ['GET /keys List SKUs', 'listSkus'],
    ['GET /rooms/{id} Room details', 'getRoomDetails'],
    ['GET /orders/{id} Order details', 'getOrderDetails'],
    ['POST /rooms/{id}/snapshot Create Snapshot (for backups)', 'createSnapshot'],
    [
      'GET /rooms/{id}/thumb Get the picture of a room as it was when the last of its guests left it',
      'getPictureOfRoom',
    ],
    ['POST /rooms Crosspost a room', 'crosspostRoom'],
    ['POST /rooms Room Create', 'createRoom'],
    ['GET /rooms Room List', 'getRoomList'],
    ['POST /rooms/{id} Room Add Guest', 'roomAddGuest'],
  ];
  it.each(titles)('%s', (line, name) => {
    expect(named(line)).toEqual([name]);
  });

  const paths: readonly (readonly [string, string])[] = [
    ['GET /api/v2/rooms', 'listRooms'],
    ['GET /{account}/rooms/{id}.json', 'getRoom'],
    ['GET /health', 'getHealth'],
    ['GET /rooms/{id}/stats', 'getRoomStats'],
    ['GET /rooms/archived', 'listArchivedRooms'],
    ['GET /rooms/search', 'searchRooms'],
    ['POST /rooms/{id}/archive', 'archiveRoom'],
    ['POST /rooms/{id}/reset-password', 'resetRoomPassword'],
    ['POST /rooms/delete', 'deleteRooms'],
    ['DELETE /rooms', 'deleteRooms'],
    ['PUT /shelves/{id}', 'replaceShelf'],
    ['PATCH /1.0/boxes/{id}', 'updateBox'],
    ['POST /login', 'login'],
    ['POST /export', 'createExport'],
    ['GET /', 'getRoot'],
  ];
  it.each(paths)('%s without a title', (line, name) => {
    expect(named(line)).toEqual([name]);
  });

  it('are told apart by their own paths', () => {
    expect(
      named(
        'GET /events/{id}/boosts Get boosts',
        'GET /boosts Get boosts',
        'GET /policies/acl/list List policies',
        'GET /acl/policies List policies',
        'GET /guests/{name} Read guest',
        'GET /guests/{guest}/rooms/{name} Read guest',
      ),
    ).toEqual(['getEventBoosts', 'getBoosts', 'listAclPolicies', 'listPolicies', 'readGuest', 'readRoomGuest']);
  });

  it('are told apart by their methods where the title is one', () => {
    expect(
      named(
        'PUT /rooms/{id}/stop Stop a room',
        'POST /rooms/{id}/stop Stop a room',
        'DELETE /rooms/{id}/pin Pin a room',
        'POST /rooms/{id}/pin Pin a room',
      ),
    ).toEqual(['stopRoomByPut', 'stopRoom', 'deleteRoomPin', 'pinRoom']);
  });

  it('yield to names that documents give', () => {
    expect(pageNames([operation('GET /rooms List rooms')], ['ListRooms'])).toEqual(['listRoomsByGet']);
  });

  it('are free of each other and hang on no order', () => {
    const words = fc.constantFrom('rooms', 'guests', '{id}', '{name}', 'archive', 'v1', 'delete', 'ws', '_find', 'a-b');
    const one = fc.record({
      method: fc.constantFrom('get', 'post', 'put', 'patch', 'delete', 'head') as fc.Arbitrary<
        TitledOperation['method']
      >,
      path: fc.array(words, { maxLength: 4 }).map((parts) => `/${parts.join('/')}`),
      title: fc.oneof(fc.constantFrom('', 'List rooms', 'Pin a room', 'Rooms', 'Delete', '删除'), fc.string()),
    });
    const list = fc.uniqueArray(one, { selector: ({ method, path }) => `${method} ${path}`, maxLength: 12 });
    fc.assert(
      fc.property(list, (operations) => {
        const names = pageNames(operations, []);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(operations.length);
        for (const name of names) expect(name).toMatch(/^[\p{L}_$][\p{L}\p{N}_$]*$/u);
        expect(pageNames(operations.toReversed(), []).toReversed()).toEqual(names);
      }),
    );
  });
});

describe('verbs', () => {
  const verbs: readonly (readonly [string, string | undefined])[] = [
    ['Deletes a room', 'delete'],
    ['Creating rooms', 'create'],
    ['Getting started', 'get'],
    ['Modifies', undefined],
    ['Re-elect a host', 'reelect'],
    ['Booking details', undefined],
    ['Listings', undefined],
    ['Listing details', undefined],
    ['Settings', undefined],
    ['About the rooms', undefined],
  ];
  it.each(verbs)('%s', (title, verb) => {
    expect(leadingVerb(title.split(' '))).toBe(verb);
  });

  it('say whether a title fits a method', () => {
    expect(fit('GET /rooms List rooms')).toBe(3);
    expect(fit('GET /rooms Single value request')).toBe(0);
    expect(fit('DELETE /rooms/{id} Remove one')).toBe(2);
    expect(fit('GET /rooms Delete a room')).toBe(0);
    expect(fit('POST /todos Create a to-do')).toBe(3);
  });
});

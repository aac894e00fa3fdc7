import { type RoomSearch, stringifySearch } from '../../../app/search.ts';

/** What of the room's address a view keeps: filters and order, not which version of a record was open. */
export const addressOf = ({ version: _, compare: __, view: ___, ...kept }: RoomSearch): string => stringifySearch(kept);

/** A session that is logged is not played any more: where it was left goes, and the copy of its player. */

import { drop, nameOf } from "./play/flight.js";
import { openStore, playName, read } from "./play/store.js";

const { athlete } = document.querySelector("[data-athlete]").dataset;
const [, session] = /^\/sessions\/(\d+)\//.exec(location.pathname);
const store = openStore();
const left = read(store, playName(session));
// What follows it may be under way in the same player.
if (!(left?.part > 0 && !left.logged?.[left.part])) {
  store.removeItem(playName(session));
  drop([nameOf({ athlete, session })]).catch(() => {});
}

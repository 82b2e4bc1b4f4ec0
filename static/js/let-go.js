/** A session that is logged is not played any more: the copy of its player goes. */

import { drop, nameOf } from "./play/flight.js";

const { athlete } = document.querySelector("[data-athlete]").dataset;
const [, session] = /^\/sessions\/(\d+)\//.exec(location.pathname);
drop([nameOf({ athlete, session })]).catch(() => {});

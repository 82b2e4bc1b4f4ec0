/** The names of messages: the session, its routine or none, and the set of it or its end. */

const END = ":completion";

/** What the names of all messages of a part begin with. */
export const partId = ({ session }, routine) => `${session}:${routine}:`;

export const setId = (page, routine, { station, number }) => `${partId(page, routine)}${station}.${number}`;

export const endId = ({ session }, routine) => `${session}:${routine}${END}`;

/** Whether a message logs its part. */
export const isEnd = ({ id }) => id.endsWith(END);

/** Storage in memory, and a server by the rules of storing a set: whatever is repeated is stored once. */

export function memory() {
  const kept = new Map();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => kept.set(name, String(text)),
    removeItem: (name) => kept.delete(name),
    names: () => [...kept.keys()],
  };
}

const said = (fields) => [fields.exercise, fields.left, fields.right, fields.load, fields.minutes].join("/");

export class Server {
  rows = new Map();
  writes = 0;
  requests = [];
  deleted = false;
  signedIn = "7";
  token = "fresh";

  ask = async () => (this.signedIn ? { athlete: this.signedIn, token: this.token } : null);

  send = async ({ address, fields, token }) => {
    this.requests.push({ address, ...fields });
    if (!this.signedIn) return { status: 0, answer: null };
    if (token !== this.token) return { status: 403, answer: null };
    const isAnother = fields.athlete && fields.athlete !== this.signedIn;
    if (isAnother) return this.says(403, { state: "another", why: "Not you." });
    return this.keep(fields);
  };

  says = (status, answer) => ({ status, answer });

  keep(fields) {
    if (fields.left === "999") return this.says(422, { state: "refused", why: "Too many." });
    const { routine = "", station = "completion", number = "", revision = 1 } = fields;
    const name = `${this.signedIn}/${routine}/${station}.${number}`;
    const row = this.rows.get(name);
    const stored = this.says(200, { state: "stored", address: "/sessions/12/" });
    const isLate = row && row.writer === fields.writer && Number(revision) <= Number(row.revision ?? 1);
    if (isLate || (row && said(row) === said(fields))) return stored;
    const over = `${row?.writer ?? ""}.${row?.revision ?? 0}.${this.deleted}`;
    const versions = { mine: said(fields), stored: row ? said(row) : "", over };
    const choice = (state) => this.says(409, { state, why: "Meanwhile.", ...versions });
    if (this.deleted && fields.over !== over) return choice("deleted");
    if (row && row.writer !== fields.writer && fields.over !== over) return choice("changed");
    this.deleted = false;
    this.writes += 1;
    this.rows.set(name, fields);
    return stored;
  }

  /** What is stored of each set, without who wrote it. */
  told() {
    return Object.fromEntries([...this.rows].map(([name, fields]) => [name, said(fields)]).sort());
  }
}

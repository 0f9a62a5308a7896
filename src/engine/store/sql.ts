import type Database from 'better-sqlite3'

type Value = string | number | bigint | null | Uint8Array
type Parameters = Value[] | [Record<string, Value>]

/** A connection whose statements are prepared once. `T` is the shape of a row, as the query's author knows it. */
export interface Sql {
  readonly db: Database.Database
  get<T>(sql: string, ...parameters: Parameters): T | undefined
  all<T>(sql: string, ...parameters: Parameters): T[]
  run(sql: string, ...parameters: Parameters): Database.RunResult
  /** Nothing can be written through this connection until the iteration ends. */
  iterate<T>(sql: string, ...parameters: Parameters): IterableIterator<T>
  /** Runs `work` in one transaction that holds the write lock from its start; a throw rolls it back. */
  transaction<T>(work: () => T): T
}

export function createSql(db: Database.Database): Sql {
  const prepared = new Map<string, Database.Statement<unknown[], unknown>>()
  const statement = (sql: string) => {
    const known = prepared.get(sql)
    if (known) return known
    const made = db.prepare<unknown[], unknown>(sql)
    prepared.set(sql, made)
    return made
  }
  return {
    db,
    get: <T>(sql: string, ...parameters: Parameters) => statement(sql).get(...parameters) as T | undefined,
    all: <T>(sql: string, ...parameters: Parameters) => statement(sql).all(...parameters) as T[],
    run: (sql, ...parameters) => statement(sql).run(...parameters),
    iterate: <T>(sql: string, ...parameters: Parameters) =>
      statement(sql).iterate(...parameters) as IterableIterator<T>,
    transaction: (work) => db.transaction(work).immediate(),
  }
}

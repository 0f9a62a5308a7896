import { z } from 'zod'
import type { Result } from '../domain/result'
import { ConcordanceStateSchema } from './concordance-methods'
import { JobSchema } from './jobs'
import { ProjectInfoSchema } from './project'

/** What travels over a port to the engine. */
export const RequestSchema = z.object({ id: z.number().int(), method: z.string(), params: z.unknown() })
export type Request = z.infer<typeof RequestSchema>

export const EngineEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('project-opened'), project: ProjectInfoSchema }),
  z.object({ type: z.literal('project-closed') }),
  /** Articles came or went; a window asks for its list again. */
  z.object({ type: z.literal('corpus-changed') }),
  /** A job changed annotations, suggestions or groups of copies of several articles; a window asks again for what it shows. */
  z.object({ type: z.literal('annotations-changed') }),
  /** Something that the user should hear about and that nobody has asked for. */
  z.object({ type: z.literal('notice'), message: z.string() }),
  /** A project that was to be opened is damaged, and has backups: `recovery.current` names them. */
  z.object({ type: z.literal('project-damaged') }),
  z.object({ type: z.literal('job'), job: JobSchema }),
  /** More hits were found, or all of them. */
  z.object({ type: z.literal('concordance'), concordance: ConcordanceStateSchema }),
])
export type EngineEvent = z.infer<typeof EngineEventSchema>

/** What travels back. */
export type Response = { readonly id: number; readonly result: Result<unknown> }
export type FromEngine = Response | { readonly event: EngineEvent }

/**
 * The first message to the engine's process, with two ports: `host` obeys every method, `window` only those without
 * paths. A later message with one port replaces the window's.
 */
export const PortMessageSchema = z.object({ port: z.enum(['host', 'window']) })
export type PortMessage = z.infer<typeof PortMessageSchema>

export type EngineState = 'starting' | 'ready' | 'gone'

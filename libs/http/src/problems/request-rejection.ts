import type { Rejection } from '#libs/kernel';

/** Why a request was refused for its own sake, before any rule of the domain was asked. */
export type RequestRejection =
  | Rejection<'invalid-request'>
  | Rejection<'malformed-json', { readonly line: number; readonly column: number }>
  | Rejection<'invalid-utf8'>
  | Rejection<'json-too-deep', { readonly maxDepth: number }>
  | Rejection<'body-too-large', { readonly maxBytes: number }>
  | Rejection<'body-length-mismatch'>
  | Rejection<'unsupported-media-type', { readonly contentType: string | null }>
  | Rejection<'not-acceptable', { readonly accept: string; readonly offered: readonly string[] }>
  | Rejection<'malformed-url'>
  | Rejection<'uri-too-long'>
  | Rejection<'route-not-found', { readonly method: string; readonly path: string }>
  | Rejection<'method-not-allowed', { readonly method: string; readonly allowed: readonly string[] }>
  | Rejection<'not-found', { readonly path: string }>
  | Rejection<'event-too-large', { readonly bytes: number; readonly maxBytes: number }>
  | Rejection<'events-recorded-otherwise', { readonly eventIds: readonly string[] }>
  | Rejection<'read-model-behind', { readonly readModel: string; readonly position: string }>
  | Rejection<'read-model-halted', { readonly readModel: string; readonly municipality: string }>
  | Rejection<'event-store-unavailable'>
  | Rejection<'database-unavailable'>
  | Rejection<'request-refused', { readonly status: number }>
  | Rejection<'internal-error', { readonly correlationId: string }>;

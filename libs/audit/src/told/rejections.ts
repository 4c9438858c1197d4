import type { Rejection } from '#libs/kernel';

/** Why something is not explained. */
export type ExplanationRejection =
  /** `near`: what there is where the path goes astray, at most 10 paths or beginnings of paths. */
  | Rejection<'item-unknown', { readonly path: string; readonly near: readonly string[] }>
  /** Nobody has registered it, and nothing rests on it. */
  | Rejection<'paragraph-unknown', { readonly citation: string }>;

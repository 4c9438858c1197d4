/**
 * The answers to statements that were sent together. Where one fails, so do those behind it in the transaction: the
 * error that counts is the first one's, in the order of the statements.
 */
export async function sentTogether<Answers extends readonly unknown[]>(
  ...answers: { readonly [N in keyof Answers]: Promise<Answers[N]> }
): Promise<Answers> {
  const settled = await Promise.allSettled(answers);
  const failed = settled.find((answer) => answer.status === 'rejected');
  if (failed) throw failed.reason;
  return Promise.all(answers);
}

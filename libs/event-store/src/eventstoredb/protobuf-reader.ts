/** The fields of a protobuf message, one after the other, out of the bytes as they came. */
export class ProtobufReader {
  private wireType = 0;

  constructor(
    private readonly source: Buffer,
    private at = 0,
    private readonly end = source.length,
  ) {}

  /** The number of the next field, whose value is then read or skipped; 0 where there is none left. */
  next(): number {
    if (this.at >= this.end) return 0;
    const tag = this.number();
    this.wireType = tag & 7;
    return tag >>> 3;
  }

  skip(): void {
    if (this.wireType === 0) while ((this.byte() & 128) !== 0);
    else if (this.wireType === 1) this.at += 8;
    else if (this.wireType === 2) this.at = this.endOfValue();
    else if (this.wireType === 5) this.at += 4;
    else throw new Error(`A message of the server has a field of the wire type ${this.wireType}.`);
  }

  /** Exact up to 2^53. */
  number(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  uint64(): bigint {
    const start = this.at;
    const value = this.number();
    if (Number.isSafeInteger(value)) return BigInt(value);
    let exact = 0n;
    for (let n = this.at - 1; n >= start; n -= 1) exact = (exact << 7n) | BigInt((this.source[n] ?? 0) & 127);
    return BigInt.asUintN(64, exact);
  }

  /** A view, not a copy. */
  bytes(): Buffer {
    const end = this.endOfValue();
    const start = this.at;
    this.at = end;
    return this.source.subarray(start, end);
  }

  text(): string {
    const end = this.endOfValue();
    const start = this.at;
    this.at = end;
    return this.source.toString('utf8', start, end);
  }

  message(): ProtobufReader {
    const end = this.endOfValue();
    const start = this.at;
    this.at = end;
    return new ProtobufReader(this.source, start, end);
  }

  private endOfValue(): number {
    const length = this.number();
    if (length > this.end - this.at) throw new Error('A message of the server ends before its last field.');
    return this.at + length;
  }

  private byte(): number {
    const byte = this.source[this.at];
    if (byte === undefined) throw new Error('A message of the server ends within a field.');
    this.at += 1;
    return byte;
  }
}

import { canonicalJson } from '#libs/proof';
import { printEventData, readEventData } from './event-data.js';

const salt = '0123456789abcdef0123456789abcdef';
const erased = { content: null, salt: null };

describe('the data of an event', () => {
  it.each([{}, { data: 'ö\u0000"}', reason: null }, { data: ['","salt":"', { salt: '"}' }] }])(
    'is JSON that holds the text of %j byte for byte',
    (value) => {
      const content = canonicalJson(value);
      const data = printEventData({ content, salt });

      expect(JSON.parse(data)).toEqual({ content: value, salt });
      expect(readEventData(Buffer.from(data))).toEqual({ content, salt });
    },
  );

  it('says where the content has been erased', () => {
    const data = printEventData(erased);
    expect(JSON.parse(data)).toEqual(erased);
    expect(readEventData(Buffer.from(data))).toEqual(erased);
  });

  it('reads as erased where the server has blanked it', () => {
    expect(readEventData(Buffer.alloc(500, 0xff))).toEqual(erased);
    expect(readEventData(Buffer.alloc(3, 0xff))).toEqual(erased);
  });

  it.each([
    '',
    '{}',
    'null',
    '{"content":{}}',
    `{"content":,"salt":"${salt}"}`,
    `{"content":{},"salt":"${salt}"} `,
    `{"data":{},"salt":"${salt}"}`,
  ])('is not %j', (text) => {
    expect(readEventData(Buffer.from(text))).toBeNull();
  });
});

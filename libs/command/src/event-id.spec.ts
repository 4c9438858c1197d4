import { commandIdOf, eventIdOf } from './event-id.js';

describe('ids derived from what a command is', () => {
  const command = commandIdOf('alingsas', 'key-1');

  it('are permanent: a retry of any age meets its own events', () => {
    expect(command).toBe('fb0c153f-b973-5b02-9cd3-a2d4edd7ce14');
    expect(eventIdOf(command, 0)).toBe('55633c7e-c5f4-56e2-a6a6-186a4e98393f');
  });

  it('differ by municipality, by key and by place in the command', () => {
    const ids = [
      command,
      commandIdOf('lerum', 'key-1'),
      commandIdOf('alingsas', 'key-2'),
      eventIdOf(command, 0),
      eventIdOf(command, 1),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

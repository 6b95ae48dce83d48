import { describe, expect, it } from '@jest/globals';
import { lookOf } from './host-look.ts';

const look = (ground: string, ink: string) => lookOf({ bodyBackgroundColor: ground, bodyForegroundColor: ink });

describe('the look of Office', () => {
  it.each([
    ['#ffffff', '#000000', 'default'],
    ['#FAF9F8', '#252423', 'default'],
    ['#262626', '#f0f0f0', 'dark'],
    ['#0a0a0a', '#ffffff', 'dark'],
    ['#000000', '#ffffff', 'contrast'],
    ['#000000', '#ffff00', 'contrast'],
    ['#000000', '#e0e0e0', 'dark'],
    ['red', '#000000', 'default'],
  ])('on %s with %s is %s', (ground, ink, expected) => {
    expect(look(ground, ink)).toBe(expected);
  });
});

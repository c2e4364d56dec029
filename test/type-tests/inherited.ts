import type { Cat, Dog, DogItself, Job, Move, OwnedPet, Pet, PetBase, Puppy } from './src/schemas.js';
import { isCatPet, isMoveJob, matchByKind } from './src/unions.js';

type Same<Left, Right> = [Left] extends [Right] ? ([Right] extends [Left] ? true : false) : false;
function expectSame<Left, Right>(_same: Same<Left, Right>): void {}

export function bySwitch(pet: Pet): number | boolean | undefined {
  switch (pet.kind) {
    case 'cat':
      expectSame<typeof pet, Cat>(true);
      return pet.lives;
    case 'dog':
      expectSame<typeof pet, DogItself>(true);
      return pet.barks;
    case 'puppy':
      expectSame<typeof pet, Puppy>(true);
      return pet.age;
  }
}

export function throughShared(pet: PetBase): string | undefined {
  const friend = pet.friend;
  if (friend?.kind === 'puppy') return friend.friend?.name;
  return friend && isCatPet(friend) ? friend.name : undefined;
}

export function inTheMiddle(dog: Dog): boolean | number | undefined {
  return dog.kind === 'puppy' ? dog.age : dog.barks;
}

export function isPet(dog: Dog): Pet {
  return dog;
}

export function owned(pet: OwnedPet): string | undefined {
  return matchByKind(pet, {
    cat: (cat) => `${cat.lives ?? 9} ${cat.owner ?? ''}`,
    dog: (dog) => dog.owner,
    puppy: (puppy) => puppy.name,
  });
}

export function optionalTag(job: Job): string | undefined {
  if (isMoveJob(job)) {
    expectSame<typeof job, Move>(true);
    return job.to;
  }
  return job.from;
}

// @ts-expect-error there is no such kind
export const bird: Pet = { kind: 'bird' };

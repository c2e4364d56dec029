export const paging = [
  { name: 'cursor', type: 'string', in: 'query', description: 'Where the page begins.' },
  { name: 'limit', type: 'integer', in: 'query', default: 20, description: 'Most rows of one page.' },
];

export const berry = [
  { name: 'id', type: 'string', required: true, description: 'Id of the berry.' },
  { name: 'taste', type: 'string', enum: ['sweet', 'sour'], description: 'How it tastes.' },
];

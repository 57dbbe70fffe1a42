/**
 * Questions whose answer here is not Alembic's, on purpose: case by case (`seed/place`), with the reason. A case that
 * is not listed and differs fails the test, and so does a listed one that does not differ.
 */
export const differences: readonly { readonly reason: string; readonly cases: readonly string[] }[] = [
  {
    reason:
      "`B@X` in a downgrade, and before `+N`: Alembic looks X up without B; here X must belong to B, and `B@head` is the head of B",
    cases:
      "0/73 0/75 1/81 1/82 1/101 2/63 2/99 3/85 3/86 3/103 4/62 4/63 4/114 4/132 5/71 5/91 5/108 7/88 7/142 10/79 10/82 10/97 10/100 12/92 12/94 12/110 12/166 13/77 14/89 14/90 14/124 14/142 15/61 17/105 17/159 18/89 18/90 18/143 19/83 19/85 19/86 20/79 20/80 21/78 21/79 21/96 21/149 23/71 23/87 23/92 23/112 23/141 23/168 24/71 24/109 26/50 30/70 30/105 31/102 33/91 33/92 34/88 34/89 34/106 34/124 36/92 37/63 37/79 37/81 37/96 37/99 39/93 39/147 40/63 41/96 42/109 43/90 43/142 44/90 45/91 46/82 48/135 54/63 57/115 58/80 58/82 59/91"
        .split(" "),
  },
  {
    reason:
      "`-N` with several tips: Alembic takes the first row and warns that it will not any more; here it is an error that shows `branch@-N` for each tip",
    cases:
      "0/78 1/87 2/100 3/91 4/67 13/64 13/81 13/99 14/93 14/147 17/163 18/110 18/111 24/78 33/94 33/96 39/149 39/150 44/149 48/89 48/91 52/92 53/74 53/125 56/107 59/95 59/111"
        .split(" "),
  },
  {
    reason:
      "Several stamp targets (also through `heads`): Alembic handles them one after another and keeps rows that another row needs, or loses rows of branches that were at their target; here they are one operation, and the set is what the targets need",
    cases:
      "0/140 0/147 0/156 0/161 0/168 1/153 2/129 2/150 2/157 3/160 3/167 4/154 4/168 4/170 4/175 5/147 5/163 6/129 7/172 7/193 7/200 7/207 8/148 8/169 8/176 10/165 10/172 10/181 11/148 11/176 11/183 12/179 12/195 12/207 13/144 13/151 13/153 13/160 14/162 15/112 15/133 16/136 16/164 17/171 17/185 17/192 17/199 17/201 17/204 18/196 18/198 19/191 20/153 20/160 20/169 20/174 21/164 21/171 21/185 21/199 22/174 22/195 23/181 23/184 23/186 23/191 24/121 24/128 24/142 25/98 25/105 26/63 26/70 28/91 28/98 30/137 30/144 31/135 31/149 32/133 32/140 33/158 33/165 34/179 34/186 34/195 34/200 35/120 35/134 35/141 36/193 38/171 38/192 38/206 39/177 39/191 39/198 39/200 39/205 39/212 40/136 40/143 41/187 41/196 41/198 42/159 43/175 43/182 43/203 43/210 44/182 44/203 45/175 45/182 45/189 46/167 46/174 46/181 46/183 46/190 46/192 47/182 47/205 47/210 48/168 48/175 49/94 50/109 52/154 53/160 53/167 53/181 53/188 54/112 54/119 55/158 55/165 55/167 56/176 56/178 57/144 57/151 57/165 58/162 59/175 59/182 59/189 59/196 59/203 59/205 59/210"
        .split(" "),
  },
  {
    reason:
      "Relative lower ends (`id-N:`, `id+N:`): Alembic does not know them; here both ends of a range may be relative",
    cases:
      "0/175 19/214 19/215 19/218 24/148 24/152 26/83 28/113 28/114 29/72 29/74 32/160 32/165 35/154 37/169 43/219 45/220 49/107 50/130 50/134 54/139 54/140 55/195 57/184 58/187"
        .split(" "),
  },
  {
    reason:
      '`X:current` with nothing applied: Alembic takes the empty current for "not given" and shows everything up to the heads; here nothing is applied, so there is nothing up to current',
    cases:
      "0/186 7/230 15/151 15/155 17/229 25/134 26/92 28/127 29/80 31/185 35/164 36/233 37/175 37/179 39/229 42/209 44/232 46/220 46/224 47/233 49/123 55/205 57/194 58/197"
        .split(" "),
  },
  {
    reason:
      "`-N:X` in history: Alembic counts down from the heads, whatever X is; here it is N before X, and an error when X is several revisions or nothing",
    cases:
      "1/172 2/177 2/179 3/202 4/203 5/177 5/188 6/169 7/227 7/229 8/196 10/221 11/205 13/200 15/152 15/154 16/182 16/184 18/230 19/227 20/180 20/195 21/219 21/221 22/213 22/223 23/234 24/162 24/164 26/91 30/186 31/169 31/175 31/182 31/184 32/175 33/204 33/206 34/220 34/229 35/150 35/163 36/234 36/236 37/178 38/226 39/230 39/232 41/236 43/228 45/222 45/229 47/223 49/122 51/40 51/41 52/207 53/208 53/210 54/153 55/208 56/223 56/225 57/193 58/194 58/196"
        .split(" "),
  },
  {
    reason:
      '`-N` and `B@-N` by themselves: Alembic answers "base" or null once for each head, and nothing when B is an id; here they are the revisions N before the heads of that lineage, each once, or a reason why there are none',
    cases:
      "2/33 4/32 8/50 14/56 14/57 18/58 20/46 20/48 24/41 25/36 26/18 28/30 31/36 31/37 32/52 33/58 33/61 37/31 37/34 44/60 45/58 55/58 55/157 58/49 59/59"
        .split(" "),
  },
  {
    reason: "`base-N`: Alembic wraps round and counts down from the head; nothing comes before base",
    cases: "2/42 2/57 2/94 6/83 6/92 16/116 32/114 38/63 50/92 54/42 54/75 54/96".split(" "),
  },
  {
    reason: "`B@head+N` in history: Alembic looks head up without B; here it is the head of B",
    cases: "21/209".split(" "),
  },
  {
    reason:
      "`stamp B@prefix`: Alembic looks the prefix up a second time without B; here it is looked up within B, as everywhere",
    cases: "33/164".split(" "),
  },
  {
    reason:
      "`stamp B@X`: Alembic also takes off rows that only B is related to; here a row goes when X needs it or it needs X",
    cases: "41/199 55/171".split(" "),
  },
  {
    reason:
      "`prefix@X:` in history: Alembic narrows by label and the prefix is none; here a prefix names its branch, as everywhere",
    cases: "50/135".split(" "),
  },
];

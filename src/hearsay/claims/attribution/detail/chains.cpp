// SPDX-License-Identifier: Apache-2.0
// Voices are made in text order, so that "he" and "the source" find the speaker before them.
#include <hearsay/claims/attribution/detail/chains.hpp>

#include <algorithm>
#include <array>
#include <unordered_map>

#include <hearsay/base/text/utf8.hpp>

namespace hearsay::claims::attribution {

namespace {

constexpr std::size_t k_voice_kinds = static_cast<std::size_t>(VoiceKind::unnamed) + 1;

/// What a later "he" or "the source" may stand for.
struct Spoken {
  std::vector<Voice> chain;  // of the attribution, outermost first
  std::string noun;          // lemma of the source's head
  std::uint32_t paragraph = 0;
};

/// Who spoke so far, in text order, with the last of each sort at hand. Indexes; -1: nobody.
class Speakers {
 public:
  void add(Spoken spoken) {
    const auto index = static_cast<std::int32_t>(m_all.size());
    const Voice& voice = spoken.chain.back();
    m_of_kind[static_cast<std::size_t>(voice.kind)] = index;
    m_of_noun.insert_or_assign(spoken.noun, index);
    m_of_name.insert_or_assign(key_of(voice), index);
    m_all.push_back(std::move(spoken));
  }

  const Spoken& operator[](std::int32_t index) const { return m_all[static_cast<std::size_t>(index)]; }
  std::int32_t last_of_kind(VoiceKind kind) const { return m_of_kind[static_cast<std::size_t>(kind)]; }
  std::int32_t last_with_noun(const std::string& lemma) const { return find_in(m_of_noun, lemma); }
  /// By name and entity.
  std::int32_t last_of(const Voice& voice) const { return find_in(m_of_name, key_of(voice)); }

 private:
  using Index = std::unordered_map<std::string, std::int32_t>;

  static std::string key_of(const Voice& voice) { return voice.name + '\n' + voice.entity; }
  static std::int32_t find_in(const Index& index, const std::string& key) {
    const auto found = index.find(key);
    return found == index.end() ? -1 : found->second;
  }

  std::vector<Spoken> m_all;
  std::array<std::int32_t, k_voice_kinds> m_of_kind = filled();
  Index m_of_noun, m_of_name;

  static constexpr std::array<std::int32_t, k_voice_kinds> filled() {
    std::array<std::int32_t, k_voice_kinds> nobody{};
    nobody.fill(-1);
    return nobody;
  }
};

struct Chainer {
  const Reading& reading;
  const std::vector<std::string>& outlet_names;
  Speakers spoken;
};

bool same_voice(const Voice& a, const Voice& b) {
  return a.kind == b.kind && a.name == b.name && a.entity == b.entity;
}

bool is_personal_pronoun(const Token& token) {
  return token.upos == Upos::pron && token.feats.pron_type == ud::PronType::prs;
}

/// "the source", "the agency": definite, one noun, no name in it.
bool is_definite_noun(const Tree& tree, std::int32_t head, TokenRange extent) {
  if (tree.token(head).upos != Upos::noun || extent.end - extent.first > 3) {
    return false;
  }
  const std::int32_t det = tree.child(head, {Deprel::det});
  return det >= 0 &&
         (tree.token(det).lemma == "the" || tree.token(det).lemma == "this" || tree.token(det).lemma == "that");
}

std::uint32_t paragraph_of(const Tree& tree, std::int32_t token) {
  return tree.analysis().sentences[tree.sentence(token)].paragraph;
}

/// Whether "he", "it" or "they" can be somebody of this kind.
bool fits_pronoun(const Token& pronoun, VoiceKind kind) {
  const bool person = kind == VoiceKind::spokesman || kind == VoiceKind::official || kind == VoiceKind::witness ||
                      kind == VoiceKind::unnamed;
  const bool thing =
      kind == VoiceKind::group || kind == VoiceKind::agency || kind == VoiceKind::outlet || kind == VoiceKind::document;
  if (pronoun.lemma == "it") {
    return thing;
  }
  if (pronoun.lemma == "they") {
    return kind == VoiceKind::unnamed || kind == VoiceKind::witness || thing;
  }
  return person;
}

/// The last who can be meant by a pronoun, and is told by his kind alone.
std::int32_t last_for_pronoun(const Chainer& chainer, const Token& pronoun) {
  std::int32_t last = -1;
  for (std::size_t k = 0; k < k_voice_kinds; ++k) {
    const auto kind = static_cast<VoiceKind>(k);
    last = fits_pronoun(pronoun, kind) ? std::max(last, chainer.spoken.last_of_kind(kind)) : last;
  }
  return last;
}

/// The last who can be meant by "the speaker": no paper or agency.
std::int32_t last_person(const Chainer& chainer) {
  std::int32_t last = -1;
  for (const VoiceKind kind :
       {VoiceKind::spokesman, VoiceKind::official, VoiceKind::group, VoiceKind::witness, VoiceKind::unnamed}) {
    last = std::max(last, chainer.spoken.last_of_kind(kind));
  }
  return last;
}

/// The last who can be meant by a noun: "the source" was a source, "the agency" of the agencies' kind.
std::int32_t last_for_noun(const Chainer& chainer, std::int32_t head) {
  const SourceNoun* said = source_noun(chainer.reading, head);
  if (said != nullptr && said->of == "speaker") {
    return last_person(chainer);
  }
  const std::string& lemma = chainer.reading.tree.token(head).lemma;
  const std::int32_t same_noun = chainer.spoken.last_with_noun(lemma);
  const auto noun = chainer.reading.lexicon.sources.find(lemma);
  if (noun == chainer.reading.lexicon.sources.end()) {
    return same_noun;
  }
  const VoiceKind kind = noun->second.kind;
  const bool told_by_kind = kind == VoiceKind::group || kind == VoiceKind::agency || kind == VoiceKind::outlet ||
                            kind == VoiceKind::spokesman;
  return told_by_kind ? std::max(same_noun, chainer.spoken.last_of_kind(kind)) : same_noun;
}

/// The attribution whose speaker a pronoun or "the source" stands for: the nearest fitting one, at most two paragraphs
/// up.
const Spoken* antecedent(const Chainer& chainer, std::int32_t head, bool pronoun) {
  const Tree& tree = chainer.reading.tree;
  const std::int32_t last = pronoun ? last_for_pronoun(chainer, tree.token(head)) : last_for_noun(chainer, head);
  if (last < 0 || chainer.spoken[last].paragraph + (pronoun ? 2 : 12) < paragraph_of(tree, head)) {
    return nullptr;
  }
  return &chainer.spoken[last];
}

/// "one of the sources": the last noun of those behind "of"; the head itself where there is none.
std::int32_t counted_among(const Tree& tree, std::int32_t head, TokenRange extent) {
  if (head + 1 >= extent.end || tree.form(head + 1) != "of") {
    return head;
  }
  std::int32_t last = head;
  for (std::int32_t at = head + 2; at < extent.end; ++at) {
    const Upos upos = tree.token(at).upos;
    if (upos == Upos::noun || upos == Upos::propn) {
      last = at;
    } else if (upos != Upos::det && upos != Upos::adj && upos != Upos::num) {
      break;
    }
  }
  return last;
}

/// The chain through which this speaker spoke last; he alone when he did not.
std::vector<Voice> chain_of(const Chainer& chainer, Voice speaker, Span source) {
  const std::int32_t spoke = chainer.spoken.last_of(speaker);
  std::vector<Voice> chain = spoke < 0 ? std::vector<Voice>{std::move(speaker)} : chainer.spoken[spoke].chain;
  chain.back().source = source;
  chain.back().cue = {};
  return chain;
}

/// The voice of a noun phrase; for "he" and "the source" with the voices through whom it reached us before.
std::vector<Voice> voices_of(const Chainer& chainer, std::int32_t head, TokenRange extent) {
  const SourceNoun* noun = source_noun(chainer.reading, head);
  if (noun != nullptr && noun->of == "nobody") {
    const std::int32_t among = counted_among(chainer.reading.tree, head, extent);
    return among == head ? std::vector<Voice>{} : voices_of(chainer, among, {head + 2, extent.end});
  }
  Voice voice = make_voice(chainer.reading, head, extent);
  const Tree& tree = chainer.reading.tree;
  const bool pronoun = is_personal_pronoun(tree.token(head));
  if ((!pronoun && !is_definite_noun(tree, head, extent))) {
    return {voice};
  }
  const Spoken* before = antecedent(chainer, head, pronoun);
  if (before == nullptr && !is_named(chainer.reading, head, extent)) {  // nobody spoke yet whom it may be
    if (auto meant = voice_behind(chainer.reading, head)) {
      return chain_of(chainer, std::move(*meant), voice.source);
    }
  }
  const bool named = !pronoun && is_named(chainer.reading, head, extent);
  if (before == nullptr || (named && voice.entity != before->chain.back().entity)) {
    return {voice};
  }
  std::vector<Voice> chain = before->chain;
  chain.back().source = voice.source;
  chain.back().cue = {};
  return chain;
}

bool is_publishing_outlet(const Chainer& chainer, const Voice& voice) {
  const Links& links = chainer.reading.links;
  if (!voice.entity.empty() && voice.entity == links.outlet) {
    return true;
  }
  const std::string name = to_lower(voice.name);
  return std::any_of(chainer.outlet_names.begin(), chainer.outlet_names.end(),
                     [&](const std::string& n) { return n == name; });
}

/// Hang further voices on a chain; who speaks in it already is not repeated: what came after him is cut.
void append(const Chainer& chainer, std::vector<Voice>& chain, const std::vector<Voice>& more) {
  for (const Voice& voice : more) {
    if (is_publishing_outlet(chainer, voice) && &voice != &more.back()) {
      continue;
    }
    const auto again = std::find_if(chain.begin(), chain.end(), [&](const Voice& v) { return same_voice(v, voice); });
    chain.erase(again, chain.end());
    chain.push_back(voice);
  }
}

/// The hearer is a link of the chain only when it hands news on.
std::vector<Voice> hearer_voices(const Chainer& chainer, const Draft& draft) {
  if (draft.hearer < 0) {
    return {};
  }
  std::vector<Voice> voices = voices_of(chainer, draft.hearer, source_extent(chainer.reading.tree, draft.hearer, -1));
  if (voices.empty()) {
    return {};
  }
  const Voice& last = voices.back();
  const bool hands_on = (last.kind == VoiceKind::agency || last.kind == VoiceKind::outlet) && !last.anonymous;
  if (!hands_on || is_publishing_outlet(chainer, last)) {
    return {};
  }
  return {last};
}

std::vector<Voice> own_voices(const Chainer& chainer, const Draft& draft) {
  const Tree& tree = chainer.reading.tree;
  std::vector<Voice> voices;
  if (draft.outer >= 0) {
    const TokenRange outer =
        draft.outer_range.empty() ? source_extent(tree, draft.outer, draft.cue_token) : draft.outer_range;
    append(chainer, voices, voices_of(chainer, draft.outer, outer));
  }
  append(chainer, voices, hearer_voices(chainer, draft));
  if (draft.source_token >= 0) {
    append(chainer, voices, voices_of(chainer, draft.source_token, draft.source_range));
    if (!voices.empty()) {
      voices.back().cue = tree.span(draft.cue_range);
    }
  }
  if (draft.inner >= 0) {
    append(chainer, voices, voices_of(chainer, draft.inner, source_extent(tree, draft.inner, -1)));
  }
  return voices;
}

std::uint32_t size_of(const std::vector<Span>& spans) {
  std::uint32_t size = 0;
  for (const Span& span : spans) {
    size += span.size();
  }
  return size;
}

bool holds(const std::vector<Span>& spans, std::uint32_t byte) {
  return std::any_of(spans.begin(), spans.end(), [&](Span s) { return s.begin <= byte && byte < s.end; });
}

/// Whether cue and content both stand inside one quotation: somebody else's words, also where we do not know whose.
bool in_quotation(const Reading& reading, const Attribution& a) {
  const auto& all = reading.quotations;
  const std::uint32_t cue_at = a.cue.front().begin;
  const auto q =
      std::partition_point(all.begin(), all.end(), [&](const Quotation& one) { return one.span.end <= cue_at; });
  return q != all.end() && q->inner.begin <= cue_at &&
         std::all_of(a.content.begin(), a.content.end(), [&](Span s) { return q->span.contains(s); });
}

/// Marks what stands inside another content, and finds the smallest governing one. Two that hold each other's cues
/// ("according to" inside a parenthesis) count for neither.
void find_parent(const Reading& reading, std::vector<Attribution>& all, std::size_t index) {
  constexpr std::size_t k_reach = 40;  // attributions on either side: a long quotation holds no more
  Attribution& mine = all[index];
  const std::uint32_t cue_at = mine.cue.front().begin;
  const bool mark = mine.cue_token >= 0 && reading.tree.token(mine.cue_token).upos == Upos::punct;
  mine.nested = !mark && in_quotation(reading, mine);  // a transcript's turns may open with a quotation mark
  const std::size_t last = std::min(all.size(), index + k_reach);
  for (std::size_t other = index < k_reach ? 0 : index - k_reach; other < last; ++other) {
    const Attribution& a = all[other];
    if (other == index || !holds(a.content, cue_at) || (mark && mine.content.back().end > a.content.back().end) ||
        holds(mine.content, a.cue.front().begin)) {
      continue;
    }
    mine.nested = true;
    if (a.governs &&
        (mine.parent < 0 || size_of(a.content) < size_of(all[static_cast<std::size_t>(mine.parent)].content))) {
      mine.parent = static_cast<std::int32_t>(other);
    }
  }
}

/// A common noun that names nobody who speaks, with a cue that is no finite verb of saying: "raids claimed lives",
/// "the siege raised fears". It stays an attribution, but vouches for nothing.
bool is_unlikely(const Reading& reading, const Draft& draft) {
  const Tree& tree = reading.tree;
  if (draft.source_token < 0 || tree.token(draft.source_token).upos != Upos::noun) {
    return false;
  }
  const std::string_view tag = tree.token(draft.cue_token).xpos;
  const bool says = (tag == "VBD" || tag == "VBZ" || tag == "VBP") && draft.cue->has(k_quote);
  const bool phrase = tree.token(draft.cue_token).upos == Upos::verb || tree.token(draft.cue_token).upos == Upos::noun;
  return phrase && !says && !draft.vouches && !draft.cue->has(k_source) &&
         !may_speak(reading, draft.source_range, draft.source_token);
}

Attribution plain(const Reading& reading, const Draft& draft) {
  const Tree& tree = reading.tree;
  Attribution made;
  made.cue.push_back(tree.span(draft.cue_range));
  if (!draft.source_range.empty() && draft.source_token >= 0) {
    made.source.push_back(tree.span(draft.source_range));
  }
  made.content = draft.content;
  std::sort(made.content.begin(), made.content.end());
  made.cue_token = draft.cue_token;
  made.source_token = draft.source_token;
  made.direct = draft.direct;
  made.hearsay = draft.hearsay;
  made.carried = draft.carried;
  made.stance = draft.hearsay ? Stance::hearsay : draft.cue->stance;
  made.governs = (draft.cue->voice || draft.vouches) && (draft.source_token >= 0 || draft.hearsay);
  made.governs = made.governs && !draft.done && !is_unlikely(reading, draft);
  return made;
}

/// Parents first: an attribution's chain begins with that of the one it stands in.
void finish_chain(std::vector<Attribution>& all, const Chainer& chainer, std::size_t index) {
  std::vector<Voice> chain;
  Attribution& mine = all[index];
  if (mine.parent >= 0) {
    chain = all[static_cast<std::size_t>(mine.parent)].chain;
  }
  append(chainer, chain, mine.chain);
  mine.chain = std::move(chain);
}

/// Indices in an order in which every parent comes before its children; a cycle is cut.
std::vector<std::size_t> parents_first(std::vector<Attribution>& all) {
  std::vector<std::size_t> order;
  std::vector<bool> done(all.size(), false);
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::vector<std::size_t> path;
    for (std::size_t at = i; !done[at];) {
      done[at] = true;
      path.push_back(at);
      const std::int32_t up = all[at].parent;
      if (up < 0) {
        break;
      }
      if (std::find(path.begin(), path.end(), static_cast<std::size_t>(up)) != path.end()) {
        all[at].parent = -1;
        break;
      }
      at = static_cast<std::size_t>(up);
    }
    order.insert(order.end(), path.rbegin(), path.rend());
  }
  return order;
}

/// "A spokesman", alone or of somebody: one person without a name, told of for the first time.
bool is_unnamed_spokesman(const Tree& tree, const Attribution& one) {
  if (one.source_token < 0 || one.voice.kind != VoiceKind::spokesman || one.chain.empty() ||
      tree.token(one.source_token).upos != Upos::noun) {
    return false;
  }
  const std::int32_t det = tree.child(one.source_token, {Deprel::det});
  return det >= 0 && tree.token(det).lemma == "a" && tree.form(one.source_token) == tree.token(one.source_token).lemma;
}

/// Whether a person is named here for the first time, without a role of his own: "Colonel Smith told reporters".
bool names_a_newcomer(const Reading& reading, const Attribution& one) {
  if (one.source_token < 0 || !one.direct || one.voice.anonymous || one.source.empty() ||
      reading.tree.token(one.source_token).upos != Upos::propn || one.voice.kind != VoiceKind::official) {
    return false;
  }
  const Span source = one.source.front();
  const auto& mentions = reading.links.mentions;
  const auto person = std::find_if(mentions.begin(), mentions.end(), [&](const Linked& m) {
    return m.kind == MentionKind::person && !m.nominal && m.span.overlaps(source);
  });
  if (person == mentions.end() || text_of(reading.tree.text(), source).find(',') != std::string_view::npos) {
    return false;
  }
  return std::none_of(mentions.begin(), person, [&](const Linked& m) {
    return m.kind == MentionKind::person && m.name == person->name && m.span.end <= source.begin;
  });
}

/// "A spokesman for the force denied this. "We have one base," Colonel Smith said": the spokesman's name comes with his
/// quotation. Only the next to speak can be he, at most two sentences on.
void name_spokesmen(const Reading& reading, std::vector<Attribution>& all) {
  constexpr std::uint32_t k_reach = 2;  // sentences; the quotation may be of two
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!is_unnamed_spokesman(reading.tree, all[i])) {
      continue;
    }
    const std::uint32_t here = reading.tree.sentence(all[i].source_token);
    const auto next =
        std::find_if(all.begin() + static_cast<std::ptrdiff_t>(i) + 1, all.end(), [&](const Attribution& one) {
          return one.governs && one.source_token >= 0 && reading.tree.sentence(one.source_token) > here;
        });
    if (next != all.end() && reading.tree.sentence(next->source_token) <= here + k_reach &&
        names_a_newcomer(reading, *next)) {
      Voice named = next->voice;
      named.source = all[i].voice.source;
      named.cue = all[i].voice.cue;
      all[i].chain = next->chain;
      all[i].chain.back() = all[i].voice = std::move(named);
    }
  }
}

}  // namespace

std::vector<Attribution> link_chains(const Reading& reading, std::vector<Draft> drafts,
                                     const std::vector<std::string>& outlet_names) {
  std::stable_sort(drafts.begin(), drafts.end(),
                   [](const Draft& a, const Draft& b) { return a.cue_token < b.cue_token; });
  Chainer chainer{reading, outlet_names, {}};
  std::vector<Attribution> all;
  all.reserve(drafts.size());
  for (const Draft& draft : drafts) {
    Attribution made = plain(reading, draft);
    made.chain = own_voices(chainer, draft);
    if (!made.chain.empty()) {
      made.voice = made.chain.back();
      if (made.governs) {
        const std::int32_t head = draft.inner >= 0 ? draft.inner : draft.source_token;
        chainer.spoken.add({made.chain, reading.tree.token(head).lemma, paragraph_of(reading.tree, draft.cue_token)});
      }
    } else {
      made.voice.anonymous = true;
      made.governs = made.governs && made.hearsay;  // "we said", "one might say": nobody but who speaks anyway
    }
    all.push_back(std::move(made));
  }
  name_spokesmen(reading, all);
  for (std::size_t i = 0; i < all.size(); ++i) {
    find_parent(reading, all, i);
  }
  for (const std::size_t i : parents_first(all)) {
    finish_chain(all, chainer, i);
  }
  return all;
}

}  // namespace hearsay::claims::attribution

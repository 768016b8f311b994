// SPDX-License-Identifier: Apache-2.0
// Repairs look at one word and its neighbours; none climbs far, and none touches a tree that can be read as it is.
#include <hearsay/claims/detail/repair.hpp>

#include <algorithm>
#include <string>

#include <hearsay/base/text/utf8.hpp>
#include <hearsay/claims/detail/arguments.hpp>
#include <hearsay/claims/detail/reading.hpp>

namespace hearsay::claims::detail {

namespace {

constexpr TokenIndex k_subject_reach = 6;  // words between a subject and its verb, time phrases included

class Repairs {
 public:
  explicit Repairs(const Reading& in) : m_in(in) {}

  std::vector<TreeEdit> find() {
    for (TokenIndex t = 0; t < m_in.count(); ++t) {
      const bool done = conjunct(t) || clause_of_saying(t) || main_clause(t) || subject_of_said(t) || deed_as_noun(t) ||
                        third_person_as_noun(t) || name_before_quoted_verb(t) || garden_path(t) ||
                        owner_before_deed(t) || subject_after_and(t) || subject_over_time(t) || noun_right_before(t);
      if (!done && m_in.word(t).id != k_unknown && !m_in.book.by_word[m_in.word(t).id].empty()) {
        past_form_as_verb(t) || present_form_as_verb(t);
      }
    }
    return std::move(m_edits);
  }

 private:
  void attach(TokenIndex t, TokenIndex head, Deprel deprel, const char* why = "") {
    m_edits.push_back({t, head, deprel, m_in.token(t).upos, "", why});
  }

  bool same_sentence(TokenIndex a, TokenIndex b) const {
    return a >= 0 && b >= 0 && a < m_in.count() && b < m_in.count() && m_in.word(a).sentence == m_in.word(b).sentence;
  }

  bool is_finite(TokenIndex t) const {
    const std::string_view xpos = m_in.token(t).xpos;
    return xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" || m_in.child(t, Deprel::aux) >= 0 ||
           m_in.child(t, Deprel::aux_pass) >= 0;
  }

  bool has_subject(TokenIndex verb) const {
    return m_in.child(verb, Deprel::nsubj) >= 0 || m_in.child(verb, Deprel::nsubj_pass) >= 0;
  }

  /// "Said 7 were killed and 70 others were injured": the second clause.
  bool conjunct(TokenIndex t) {
    const Deprel deprel = m_in.deprel(t);
    const TokenIndex head = m_in.head(t), link = m_in.child(t, Deprel::cc);
    if ((deprel != Deprel::ccomp && deprel != Deprel::advcl) || head < 0 || !m_in.word(t).verb || link < 0 ||
        link > t || head > link) {
      return false;
    }
    TokenIndex first = head;
    for (const TokenIndex c : m_in.children(head)) {
      first = c < link && m_in.deprel(c) == deprel && m_in.word(c).verb ? c : first;
    }
    attach(t, first, Deprel::conj, "a further clause after a conjunction");
    return true;
  }

  /// "Reported on Monday that the men were killed", "told the agency that arms were delivered".
  bool clause_of_saying(TokenIndex t) {
    const TokenIndex head = m_in.head(t), mark = m_in.child(t, Deprel::mark);
    if (m_in.deprel(t) != Deprel::acl_relcl || head < 0 || mark < 0 || m_in.form(mark) != "that") {
      return false;
    }
    const TokenIndex above = m_in.head(head);
    if (above < 0 || above > head || !m_in.in_class(above, m_in.book.bit_saying) || !m_in.word(above).verb) {
      return false;
    }
    attach(t, above, Deprel::ccomp, "what is said");
    return true;
  }

  /// "Said a coalition had fired": the noun hung on the verb of saying.
  bool subject_of_said(TokenIndex t) {
    const TokenIndex head = m_in.head(t);
    if (m_in.deprel(t) != Deprel::ccomp || head < 0 || head > t || !m_in.in_class(head, m_in.book.bit_saying) ||
        has_subject(t) || !is_finite(t)) {
      return false;
    }
    TokenIndex object = m_in.child(head, Deprel::obj);
    if (object < head || object > t || m_in.token(object).upos == Upos::pron) {
      return false;
    }
    attach(object, t, is_passive(m_in, t) ? Deprel::nsubj_pass : Deprel::nsubj, "subject of what is said");
    return true;
  }

  /// "Strikes on the capital killed nine, a monitor said": hung on its own subject, which hangs on the verb of saying.
  bool main_clause(TokenIndex t) {
    const TokenIndex noun = m_in.head(t);
    if (m_in.deprel(t) != Deprel::acl_relcl || noun < 0 || m_in.child(t, Deprel::obj) < t || !is_finite(t)) {
      return false;
    }
    const TokenIndex subject = m_in.child(t, Deprel::nsubj), above = m_in.head(noun);
    const bool said_after = above > t && m_in.in_class(above, m_in.book.bit_saying) && m_in.word(above).verb;
    if (subject < 0 || !said_after || m_in.in_class(subject, m_in.book.bit_relative) ||
        !m_in.book.event_noun[m_in.word(noun).id] || universal(m_in.deprel(noun)) != Deprel::nsubj) {
      return false;
    }
    attach(t, above, Deprel::ccomp, "a clause of its own");
    attach(noun, t, Deprel::nsubj);
    attach(subject, noun, Deprel::dep);
    return true;
  }

  /// "Fierce battles between the two": a noun that the tagger took for a third person.
  bool third_person_as_noun(TokenIndex t) {
    const Deprel deprel = universal(m_in.deprel(t));
    const bool nominal = deprel == Deprel::nmod || deprel == Deprel::obl || deprel == Deprel::obj;
    const bool described = same_sentence(t, t - 1) && m_in.head(t - 1) == t &&
                           (m_in.deprel(t - 1) == Deprel::amod || m_in.deprel(t - 1) == Deprel::compound);
    const auto children = m_in.children(t);
    const bool sides = std::any_of(children.begin(), children.end(),
                                   [&](TokenIndex c) { return c > t && m_in.preposition(c) == m_in.book.w_between; });
    if (m_in.token(t).xpos != "VBZ" || !m_in.book.event_noun[m_in.word(t).id] || has_subject(t) ||
        (!nominal && !described && !sides)) {
      return false;
    }
    m_edits.push_back({t, m_in.head(t), m_in.deprel(t), Upos::noun, "NNS", "a deed, read as a noun"});
    const TokenIndex verb = nominal ? -1 : verb_without_subject(t);
    if (verb >= 0 && (verb - t <= 2 || m_in.head(verb) == t)) {
      m_edits.back().head = verb;
      m_edits.back().deprel = Deprel::nsubj;
      if (m_in.head(verb) == t) {  // "Clashes between the two broke out"
        attach(verb, m_in.head(t), m_in.deprel(t));
      }
    }
    for (const TokenIndex c : m_in.children(t)) {
      if (universal(m_in.deprel(c)) == Deprel::obl) {
        attach(c, t, Deprel::nmod);
      }
    }
    return true;
  }

  /// "Intense regime shelling": the deed hangs on the noun that owns it.
  bool owner_before_deed(TokenIndex t) {
    const TokenIndex owner = t - 1;
    const WordId noun = m_in.book.words.find(to_lower(m_in.form(t)));
    const Deprel deprel = universal(m_in.deprel(t));
    const bool beside = same_sentence(owner, t) && m_in.head(owner) == m_in.head(t) && m_in.head(t) >= 0 &&
                        universal(m_in.deprel(owner)) == Deprel::obl &&
                        (deprel == Deprel::advcl || deprel == Deprel::xcomp);  // "wounded in rebel shelling"
    const bool below = m_in.deprel(t) == Deprel::acl && m_in.head(t) == owner;
    if (m_in.token(t).xpos != "VBG" || (!below && !beside) ||
        !m_in.book.words.classes(noun).test(m_in.book.bit_deed_noun) || m_in.child(t, Deprel::obj) >= 0 ||
        !is_somebody(m_in, owner) || m_in.token(owner).feats.number == ud::Number::plur) {
      return false;
    }
    m_edits.push_back({t, m_in.head(owner), m_in.deprel(owner), Upos::noun, "NN", "a deed, read as a noun"});
    attach(owner, t, Deprel::compound);
    for (const TokenIndex c : m_in.children(owner)) {
      if (c != t) {
        attach(c, t, m_in.deprel(c));
      }
    }
    return true;
  }

  /// "The town is contested, and government forces took ground": the noun after "and" is no further town.
  bool subject_after_and(TokenIndex t) {
    const std::string_view xpos = m_in.token(t).xpos;
    const TokenIndex noun = t - 1;
    if ((xpos != "VBD" && xpos != "VBZ" && xpos != "VBP") || has_subject(t) || !same_sentence(noun, t) ||
        m_in.deprel(noun) != Deprel::conj || m_in.head(noun) == t || m_in.child(noun, Deprel::cc) < 0 ||
        m_in.below(t, noun) || !is_armed(m_in, noun) || is_armed(m_in, m_in.head(noun))) {
      return false;
    }
    attach(noun, t, Deprel::nsubj, "subject of the verb after it");
    return true;
  }

  /// "Jets on Sunday pounded the hills": the day was taken for the subject, and the subject for an object.
  bool subject_over_time(TokenIndex t) {
    const TokenIndex day = m_in.child(t, Deprel::nsubj), noun = m_in.child(t, Deprel::obj);
    if (!m_in.word(t).verb || day < 0 || day > t || m_in.word(day).time < 0 || noun < 0 || noun > t ||
        m_in.in_class(noun, m_in.book.bit_relative)) {
      return false;
    }
    attach(day, t, Deprel::obl);
    attach(noun, t, Deprel::nsubj, "subject before the day");
    return true;
  }

  /// "In the north army units inflicted losses", "after Ankara on Monday suffered": the subject was hung to a
  /// preposition that opens the sentence or the clause.
  bool noun_right_before(TokenIndex t) {
    const std::string_view xpos = m_in.token(t).xpos;
    const bool past = xpos == "VBD" || (xpos == "VBN" && m_in.child(t, Deprel::obj) > t);
    if (!past || has_subject(t) || m_in.child(t, Deprel::aux) >= 0 || m_in.child(t, Deprel::aux_pass) >= 0 ||
        m_in.deprel(t) == Deprel::amod || m_in.deprel(t) == Deprel::acl || m_in.deprel(t) == Deprel::conj) {
      return false;
    }
    const TokenIndex noun = noun_before(t);
    const TokenIndex marker = noun >= 0 ? m_in.child(noun, Deprel::case_) : -1;
    if (marker < 0 || universal(m_in.deprel(noun)) != Deprel::obl || !is_somebody(m_in, noun) || is_place_only(noun)) {
      return false;
    }
    const bool opens = m_in.head(noun) == t && noun == t - 1 && noun - marker >= 3;
    const bool clause = m_in.head(noun) == m_in.head(t) && universal(m_in.deprel(t)) == Deprel::advcl;
    if (!opens && !clause) {
      return false;
    }
    m_edits.push_back({t, m_in.head(t), m_in.deprel(t), Upos::verb, "VBD", ""});
    attach(noun, t, Deprel::nsubj, "subject right before the verb");
    return true;
  }

  bool is_place_only(TokenIndex t) const {
    return m_in.word(t).place >= 0 && m_in.word(t).actor < 0 && m_in.linked(m_in.word(t).place).place &&
           !m_in.linked(m_in.word(t).place).place->feature.starts_with("PCL");
  }

  /// "The gunmen based in the east of the city shelled a quarter, an agency reported": the armed noun hung on the verb
  /// of saying at the end.
  TokenIndex far_subject(TokenIndex t) const {
    for (TokenIndex n = t - 1; same_sentence(n, t); --n) {
      const TokenIndex head = m_in.head(n);
      if (head > t && m_in.deprel(n) == Deprel::nsubj) {
        return m_in.in_class(head, m_in.book.bit_saying) && is_armed(m_in, n) ? n : -1;
      }
    }
    return -1;
  }

  /// "Gunmen positioned in the suburb fired shells": the first past form is the epithet, the second the verb.
  bool garden_path(TokenIndex t) {
    const Deprel deprel = universal(m_in.deprel(t));
    if (m_in.token(t).upos != Upos::verb || !is_finite(t) || has_subject(t) || m_in.child(t, Deprel::cc) >= 0 ||
        (deprel != Deprel::ccomp && deprel != Deprel::root && deprel != Deprel::parataxis)) {
      return false;
    }
    for (TokenIndex verb = t - 1; same_sentence(verb, t); --verb) {
      if (!m_in.word(verb).verb) {
        continue;
      }
      const std::string_view xpos = m_in.token(verb).xpos;
      const TokenIndex subject = m_in.child(verb, Deprel::nsubj);
      const bool participle = (xpos == "VBN" || xpos == "VBD") && m_in.child(verb, Deprel::aux) < 0 &&
                              m_in.child(verb, Deprel::aux_pass) < 0;
      const TokenIndex object = m_in.child(verb, Deprel::obj);
      if (!participle || subject != verb - 1 || object > verb || m_in.in_class(verb, m_in.book.bit_saying) ||
          !is_somebody(m_in, subject)) {
        return false;
      }
      attach(subject, t, is_passive(m_in, t) ? Deprel::nsubj_pass : Deprel::nsubj, "subject of the later verb");
      attach(verb, subject, Deprel::acl, "an epithet of its subject");
      return true;
    }
    return false;
  }

  /// "The group attacked at dawn", it said: a name hung on the verb of saying that has a subject of its own.
  bool name_before_quoted_verb(TokenIndex t) {
    const TokenIndex head = m_in.head(t);
    if (m_in.deprel(t) != Deprel::ccomp || head < t || !m_in.in_class(head, m_in.book.bit_saying) || has_subject(t) ||
        !is_finite(t)) {
      return false;
    }
    TokenIndex first = -1, subjects = 0;
    for (const TokenIndex c : m_in.children(head)) {
      if (m_in.deprel(c) == Deprel::nsubj || m_in.deprel(c) == Deprel::nsubj_pass) {
        first = first < 0 ? c : first;
        ++subjects;
      }
    }
    if (subjects < 2 || first > t) {
      return false;
    }
    attach(first, t, is_passive(m_in, t) ? Deprel::nsubj_pass : Deprel::nsubj, "subject of what is said");
    return true;
  }

  /// The finite verb after `t` that has no subject of its own; -1 where another verb comes first.
  TokenIndex verb_without_subject(TokenIndex t) const {
    for (TokenIndex verb = t + 1; same_sentence(t, verb); ++verb) {
      const std::string_view xpos = m_in.token(verb).xpos;
      if (m_in.token(verb).upos == Upos::verb && (is_finite(verb) || xpos == "VBN") &&
          m_in.deprel(verb) != Deprel::amod && m_in.deprel(verb) != Deprel::acl) {
        const TokenIndex subject = m_in.child(verb, Deprel::nsubj);
        return subject < t || subject > verb ? verb : -1;
      }
    }
    return -1;
  }

  /// "Shelling by the army on the suburb killed ten".
  bool deed_as_noun(TokenIndex t) {
    if (m_in.token(t).xpos != "VBG" || m_in.token(t).upos != Upos::verb || has_subject(t) ||
        m_in.child(t, Deprel::aux) >= 0 || m_in.child(t, Deprel::obj) >= 0) {
      return false;
    }
    const WordId noun = m_in.book.words.find(to_lower(m_in.form(t)));
    if (!m_in.book.words.classes(noun).test(m_in.book.bit_deed_noun)) {
      return false;
    }
    const auto children = m_in.children(t);
    bool doer = false, sides = false;
    for (const TokenIndex c : children) {
      const WordId preposition = c > t ? m_in.preposition(c) : k_unknown;
      sides = sides || preposition == m_in.book.w_between;
      doer = doer || sides || preposition == m_in.book.w_by || preposition == m_in.book.w_of ||
             preposition == m_in.book.w_on;
    }
    const Deprel deprel = universal(m_in.deprel(t));
    const bool first = !same_sentence(t, t - 1) || m_in.token(t - 1).upos == Upos::adj;
    const bool measured = deprel == Deprel::acl && m_in.preposition(t) == m_in.book.w_of;  // "rounds of shelling"
    if (!doer || (deprel == Deprel::advcl && !first) || (deprel == Deprel::acl && !measured) ||
        (deprel == Deprel::xcomp && !sides)) {
      return false;
    }
    const Deprel place = measured ? Deprel::nmod : deprel == Deprel::xcomp ? Deprel::obj : m_in.deprel(t);
    TreeEdit edit{t, m_in.head(t), place, Upos::noun, "NN", "a deed, read as a noun"};
    if (const TokenIndex verb = verb_without_subject(t);
        verb >= 0 && (deprel == Deprel::advcl || deprel == Deprel::csubj || deprel == Deprel::nsubj)) {
      edit.head = verb;
      edit.deprel = Deprel::nsubj;
    }
    m_edits.push_back(edit);
    for (const TokenIndex c : children) {
      if (universal(m_in.deprel(c)) == Deprel::obl) {
        attach(c, t, Deprel::nmod);
      }
    }
    return true;
  }

  /// The noun before a verb, over time phrases: "jets on Friday".
  TokenIndex noun_before(TokenIndex verb) const {
    for (TokenIndex t = verb - 1; same_sentence(t, verb) && t >= verb - k_subject_reach; --t) {
      const Upos upos = m_in.token(t).upos;
      const bool before_time = upos == Upos::adp && m_in.word(t + 1).time >= 0;
      if (m_in.word(t).time >= 0 || upos == Upos::adv || before_time) {
        continue;
      }
      const bool deed = upos != Upos::verb && m_in.book.event_noun[m_in.word(t).id];
      const bool noun = upos == Upos::noun || upos == Upos::propn || deed;
      return noun && (deed || is_somebody(m_in, t) || m_in.in_class(t, m_in.book.bit_weapon) ||
                      m_in.in_class(t, m_in.book.bit_vehicle))
                 ? t
                 : -1;
    }
    return -1;
  }

  /// Make `verb` the governor of its subject and of the noun that held it.
  void make_clause(TokenIndex verb, TokenIndex subject, TokenIndex object, const char* xpos) {
    const bool over = m_in.below(object, subject) && !m_in.below(subject, object);
    const TokenIndex top = over ? subject : object;
    TreeEdit edit{verb, m_in.head(top), m_in.deprel(top), Upos::verb, xpos, "read as the verb between two nouns"};
    if (edit.head >= 0 && universal(edit.deprel) == Deprel::nsubj) {
      edit.deprel = m_in.in_class(edit.head, m_in.book.bit_saying) ? Deprel::ccomp : Deprel::parataxis;
    }
    m_edits.push_back(edit);
    attach(subject, verb, Deprel::nsubj);
    attach(object, verb, Deprel::obj);
    for (const TokenIndex c : m_in.children(object)) {
      if (c < verb && c != subject) {
        attach(c, c < subject ? subject : verb, c < subject ? m_in.deprel(c) : Deprel::obl);
      }
    }
  }

  /// "The blast killed soldiers", "jets on Friday raided towns", read as epithets of what follows.
  bool past_form_as_verb(TokenIndex t) {
    const TokenIndex object = m_in.head(t);
    if (m_in.token(t).xpos != "VBN" || m_in.deprel(t) != Deprel::amod || object < t ||
        m_in.in_class(t, m_in.book.bit_led)) {
      return false;
    }
    if (const TokenIndex far = far_subject(t);
        far >= 0 && m_in.word(t - 1).place >= 0 && m_in.token(t - 1).upos == Upos::propn) {
      m_edits.push_back({t, m_in.head(far), Deprel::ccomp, Upos::verb, "VBD", "read as the verb of its subject"});
      attach(far, t, Deprel::nsubj);
      attach(object, t, Deprel::obj);
      return true;
    }
    TokenIndex subject = noun_before(t);
    while (subject >= 0 && m_in.deprel(subject) == Deprel::conj && m_in.head(subject) < subject) {
      subject = m_in.head(subject);
    }
    if (subject < 0 || m_in.below(object, t) ||
        (m_in.head(subject) != object && m_in.head(subject) != t && !m_in.below(object, subject))) {
      return false;
    }
    make_clause(t, subject, object, "VBD");
    return true;
  }

  /// "Rocket attack injures three civilians": the tagger made a noun of a verb's third person.
  bool present_form_as_verb(TokenIndex t) {
    const Upos upos = m_in.token(t).upos;
    const std::string_view form = m_in.form(t);
    if (upos != Upos::noun || m_in.token(t).xpos != "NNS" || !form.ends_with('s') || m_in.word(t).quantity >= 0) {
      return false;
    }
    const auto& rules = m_in.book.by_word[m_in.word(t).id];
    const bool verb = std::all_of(rules.begin(), rules.end(),
                                  [&](std::uint32_t rule) { return m_in.book.rules[rule].pos == k_verb; });
    const TokenIndex subject = verb ? noun_before(t) : -1;
    if (subject < 0 || m_in.head(subject) != t || !same_sentence(t, t + 1)) {
      return false;
    }
    const Upos next = m_in.token(t + 1).upos;
    TokenIndex object = -1;
    for (TokenIndex o = t + 1; same_sentence(t, o) && o <= t + 5 && object < 0; ++o) {
      object = m_in.token(o).upos == Upos::noun || m_in.token(o).upos == Upos::propn ? o : -1;
    }
    if (object < 0 ||
        (next != Upos::num && next != Upos::det && next != Upos::adj && next != Upos::propn && next != Upos::noun)) {
      return false;
    }
    m_edits.push_back({t, m_in.head(t), Deprel::parataxis, Upos::verb, "VBZ", "read as a verb"});
    attach(subject, t, Deprel::nsubj);
    attach(object, t, Deprel::obj);
    return true;
  }

  const Reading& m_in;
  std::vector<TreeEdit> m_edits;
};

}  // namespace

std::vector<TreeEdit> find_repairs(const Reading& in) {
  return Repairs(in).find();
}

}  // namespace hearsay::claims::detail

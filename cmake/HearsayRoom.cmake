# hearsay_add_room(NAME SOURCES a.cpp ... DEPENDS hearsay_base ... LIBRARIES third::party ...)
# One static library hearsay_NAME from one folder. Third-party libraries stay private to the room.
function(hearsay_add_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;DEPENDS;LIBRARIES" ${ARGN})
  add_library(hearsay_${name} STATIC ${ROOM_SOURCES})
  target_link_libraries(hearsay_${name}
    PUBLIC hearsay_settings ${ROOM_DEPENDS}
    PRIVATE hearsay_warnings ${ROOM_LIBRARIES})
endfunction()

# hearsay_add_tests(NAME SOURCES a_test.cpp ... DEPENDS hearsay_read ... [LABEL fast|slow])
# One GoogleTest program hearsay_NAME_tests; each of its tests is a ctest test with the label (default fast).
function(hearsay_add_tests name)
  cmake_parse_arguments(T "" "LABEL" "SOURCES;DEPENDS" ${ARGN})
  if(NOT T_LABEL)
    set(T_LABEL fast)
  endif()
  add_executable(hearsay_${name}_tests ${T_SOURCES})
  target_link_libraries(hearsay_${name}_tests PRIVATE ${T_DEPENDS} hearsay_test_support hearsay_warnings GTest::gtest_main)
  target_compile_definitions(hearsay_${name}_tests PRIVATE
    HEARSAY_SOURCE_DIR="${PROJECT_SOURCE_DIR}" HEARSAY_TEST_DATA="${CMAKE_CURRENT_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND hearsay_${name}_tests)
  set_tests_properties(${name} PROPERTIES LABELS ${T_LABEL})
endfunction()
